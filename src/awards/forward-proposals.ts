import { localDate } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transaction.ts';
import type { Proposal } from './proposal.ts';
import { type ActsOnAwards, holdProposals, stepProposals } from './proposal-steps.ts';
import { requireHeld } from './require-held.ts';

/** The result of forwarding: those forwarded now, and those that were no longer `proposed`. */
export interface Forwarded {
  forwarded: Proposal[];
  left: Proposal[];
}

/**
 * Puts proposals of a plan on the office's list to the competent level (Plan 101, IV.3). Those that
 * are no longer `proposed` are left alone and returned, so the same press again changes nothing.
 * Throws `proposal-not-found`, `plan-closed`, and `award-not-held` for a level or an award that has
 * ended.
 */
export async function forwardProposals(
  { db, plan }: { db: Database; plan: LoadedPlan },
  ids: number[],
  by: ActsOnAwards,
): Promise<Forwarded> {
  return transact(db, async (tx) => {
    await requireOpenPlan(tx.sql, plan.id);
    const held = (await holdProposals(tx, ids)).filter(({ planId }) => planId === plan.id);
    const waiting = held.filter(({ state }) => state === 'proposed');
    requireHeld(plan, waiting, localDate(by.at, plan.zone));
    const step = { action: 'forward', to: 'forwarded', reason: null, decisionId: null } as const;
    await stepProposals(tx, waiting, step, by);
    return { forwarded: waiting, left: held.filter(({ state }) => state !== 'proposed') };
  });
}
