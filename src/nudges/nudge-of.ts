import type pg from 'pg';
import type { NudgeToDerive } from '../deliveries/deliver.ts';
import type { Plan } from '../plan/plan.ts';
import { type NudgeMessage, nudgeMessage } from './message.ts';
import { nudgeItems } from './owed-items.ts';

/**
 * Derives what a nudge says at `now`: what the person still owes of what it was written down for.
 * Undefined when nothing is left, and the nudge is dropped.
 */
export async function nudgeOf(
  client: pg.PoolClient,
  plan: Plan,
  delivery: NudgeToDerive,
  now: Date,
): Promise<NudgeMessage | undefined> {
  return nudgeMessage(plan, now, await nudgeItems(client, plan, now, delivery), delivery.note);
}
