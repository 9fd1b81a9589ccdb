import type pg from 'pg';
import type { NudgeToDerive } from '../deliveries/deliver.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { buildNudgeMessage, type NudgeMessage } from './message.ts';
import { listNudgeItems } from './owed-items.ts';

/**
 * Derives the content of a nudge at `now`: the duties in it that the person still owes. Undefined
 * when none is left, and the nudge is dropped.
 */
export async function deriveNudge(
  client: pg.PoolClient,
  plan: LoadedPlan,
  delivery: NudgeToDerive,
  now: Date,
): Promise<NudgeMessage | undefined> {
  return buildNudgeMessage(plan, now, await listNudgeItems(client, plan, now, delivery), delivery.note);
}
