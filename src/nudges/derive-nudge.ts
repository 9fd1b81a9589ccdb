import type pg from 'pg';
import type { NudgeToDerive } from '../deliveries/deliver.ts';
import type { Plans } from '../plans/plans.ts';
import type { NudgeItem } from './item.ts';
import { type LateStep, listLateSteps, listPlansOfSteps } from './late-steps.ts';
import { buildNudgeMessage, type NudgeMessage } from './message.ts';
import { listItems, listNudgedDutiesOf } from './owed-items.ts';

/**
 * Derives the content of a nudge at `now`: duties still owed, and steps still overdue, of every
 * plan. Undefined when none is left, and the nudge is dropped.
 */
export async function deriveNudge(
  client: pg.PoolClient,
  plans: Pick<Plans, 'find'>,
  delivery: NudgeToDerive,
  now: Date,
): Promise<NudgeMessage | undefined> {
  const about = await listNudgedDutiesOf(client, delivery.id);
  // A plan that was closed since asks for nothing.
  const ofSteps = await listPlansOfSteps(client, delivery.id);
  const asking = [...new Set([...about.map(({ planId }) => planId), ...ofSteps])].flatMap(
    (id) => plans.find(id) ?? [],
  );
  const open = asking.filter(({ closed }) => !closed);
  const items: NudgeItem[] = [];
  const steps: LateStep[] = [];
  for (const plan of open) {
    const ofPlan = about.filter(({ planId }) => planId === plan.id);
    items.push(...(await listItems(client, plan, now, delivery.personId, ofPlan)));
    const of = { deliveryId: delivery.id, personId: delivery.personId, now };
    if (ofSteps.includes(plan.id)) steps.push(...(await listLateSteps(client, plan, of)));
  }
  return buildNudgeMessage(open, now, { items, steps }, delivery.note);
}
