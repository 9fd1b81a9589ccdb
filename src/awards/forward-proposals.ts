import { DomainError } from '../errors.ts';
import { isAwardHeld } from '../plan/awards.ts';
import { formatDate, localDate } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transaction.ts';
import type { Proposal } from './proposal.ts';
import { type ActsOnAwards, holdProposals, isOwnStep, saysDecided, stepProposals } from './proposal-steps.ts';

/** The result of forwarding. */
export interface Forwarded {
  /** Those on the list now by this officer, also where the same press came again. */
  forwarded: Proposal[];
  /** Why each of the others was left as it is. */
  refusals: DomainError[];
}

/**
 * Puts proposals of a plan on the office's list to the competent level (Plan 101, IV.3). One that
 * cannot be forwarded keeps none of the others back: `proposal-decided` where another officer was
 * first, `award-over` where its level or award has ended, `proposal-unfit` where its exemplar is
 * not approved. The same press again changes nothing. Throws `proposal-not-found` and
 * `plan-closed`.
 */
export async function forwardProposals(
  { db, plan }: { db: Database; plan: LoadedPlan },
  ids: number[],
  by: ActsOnAwards,
): Promise<Forwarded> {
  return transact(db, async (tx) => {
    await requireOpenPlan(tx.sql, plan.id);
    const held = (await holdProposals(tx, ids)).filter(({ planId }) => planId === plan.id);
    const there = held.filter((one) => one.state === 'forwarded' && isOwnStep(one, by));
    const others = held
      .filter((one) => !there.includes(one))
      .map((one) => ({ one, refusal: refuse(plan, one, by.at) }));
    const fit = others.flatMap(({ one, refusal }) => (refusal ? [] : [one]));
    const step = { action: 'forward', to: 'forwarded', reason: null, decisionId: null } as const;
    await stepProposals(tx, fit, step, by);
    return {
      forwarded: [...there, ...fit],
      refusals: others.flatMap(({ refusal }) => refusal ?? []),
    };
  });
}

/** Returns why a proposal cannot be forwarded; undefined: it can. */
function refuse(plan: LoadedPlan, one: Proposal, at: Date): DomainError | undefined {
  const { code, status } = one.exemplar;
  if (one.state !== 'proposed') return saysDecided(one);
  if (status !== 'approved') return new DomainError('proposal-unfit', { code, status });
  const day = localDate(at, plan.zone);
  if (isAwardHeld(plan, one, day)) return undefined;
  return new DomainError('award-over', { code, day: formatDate(day) });
}
