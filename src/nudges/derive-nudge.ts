import type pg from 'pg';
import type { NudgeToDerive } from '../deliveries/deliver.ts';
import type { Plans } from '../plans/plans.ts';
import { buildNudgeMessage, type NudgeMessage } from './message.ts';
import { listItems, listNudgedDutiesOf } from './owed-items.ts';

/**
 * Derives the content of a nudge at `now`: the duties in it that the person still owes. Undefined
 * when none is left, and the nudge is dropped.
 */
export async function deriveNudge(
  client: pg.PoolClient,
  plans: Pick<Plans, 'find'>,
  delivery: NudgeToDerive,
  now: Date,
): Promise<NudgeMessage | undefined> {
  const about = await listNudgedDutiesOf(client, delivery.id);
  // A nudge is about one plan; a plan that was closed since asks for nothing.
  const plan = about[0] && plans.find(about[0].planId);
  if (!plan || plan.closed) return undefined;
  const items = await listItems(client, plan, now, delivery.personId, about);
  return buildNudgeMessage(plan, now, items, delivery.note);
}
