import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import type { ProposalAction, ProposalState } from '../store/generated/enums.ts';
import { transact } from '../store/transaction.ts';
import type { Proposal } from './proposal.ts';
import {
  type ActsOnAwards,
  holdProposals,
  type ProposalStep,
  requireState,
  saysDecided,
  stepProposals,
} from './proposal-steps.ts';
import { type AwardNews, tellUnitsOfAwards } from './tell-units.ts';

/** Proposals of a plan, and why an officer takes this step; the draft holds the reason. */
export interface EndedProposals {
  planId: number;
  ids: number[];
  reason: string;
  draftId: number;
}

/** The proposals after a step, and the notices to send. */
export interface EndedResult {
  proposals: Proposal[];
  deliveries: number[];
}

/**
 * Declines to forward proposals, with a reason that their units read. Of two officers at once the
 * second gets `proposal-decided`. The same draft again changes nothing. Throws `draft-gone`,
 * `proposal-not-found` and `plan-closed` too.
 */
export function declineProposals(db: Database, of: EndedProposals, by: ActsOnAwards): Promise<EndedResult> {
  const step = { action: 'decline', to: 'not_forwarded', decisionId: null } as const;
  return end(db, of, () => ({ from: 'proposed', step: { ...step, reason: of.reason } }), by);
}

/**
 * Records that the competent level refused forwarded proposals, without a decision. Otherwise as
 * `declineProposals`.
 */
export function refuseProposals(db: Database, of: EndedProposals, by: ActsOnAwards): Promise<EndedResult> {
  const step = { action: 'refuse', to: 'refused', decisionId: null } as const;
  return end(db, of, () => ({ from: 'forwarded', step: { ...step, reason: of.reason } }), by);
}

const canReopen: readonly ProposalState[] = ['forwarded', 'not_forwarded', 'refused'];

/**
 * Takes the last step of a proposal back. A refused one is forwarded again, a forwarded or declined
 * one is proposed again. One that is on a decision stays (`proposal-decided`): the decision
 * is taken back instead. Otherwise as `declineProposals`.
 */
export function reopenProposal(
  db: Database,
  { proposalId, ...of }: Omit<EndedProposals, 'ids'> & { proposalId: number },
  by: ActsOnAwards,
): Promise<EndedResult> {
  const begin = (one: Proposal) => {
    if (one.decisionId !== null || !canReopen.includes(one.state)) throw saysDecided(one);
    const to: ProposalState = one.state === 'refused' ? 'forwarded' : 'proposed';
    return { from: one.state, step: { action: 'reopen', to, reason: of.reason, decisionId: null } as const };
  };
  return end(db, { ...of, ids: [proposalId] }, begin, by);
}

/** The state in which a step begins, and the step. */
interface Begun {
  from: ProposalState;
  step: ProposalStep & { action: AwardNews & ProposalAction };
}

async function end(
  db: Database,
  { planId, ids, draftId }: EndedProposals,
  begin: (first: Proposal) => Begun,
  by: ActsOnAwards,
): Promise<EndedResult> {
  return transact(db, async (tx) => {
    const draft = await holdDraft(tx.prisma, draftId);
    await requireOpenPlan(tx.sql, planId);
    const held = await holdProposals(tx, ids);
    const [first] = held;
    if (!first || held.some((one) => one.planId !== planId)) throw new DomainError('proposal-not-found');
    if (draft?.state === 'done') return { proposals: held, deliveries: [] };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    const { from, step } = begin(first);
    requireState(held, from);
    const [changeId = 0] = await stepProposals(tx, held, step, by);
    // Units were not told that their proposals were forwarded: nor are they told the opposite.
    const news = step.action === 'reopen' && from === 'forwarded' ? undefined : step.action;
    const deliveries = news ? await tellUnitsOfAwards(tx.prisma, held, { news, changeId, at: by.at }) : [];
    await endHeldDraft(tx.prisma, draftId, 'done', by.at, { changed: held.length });
    return { proposals: held, deliveries };
  });
}
