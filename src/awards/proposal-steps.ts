import { DomainError } from '../errors.ts';
import type { ProposalAction, ProposalState } from '../store/generated/enums.ts';
import type { Transaction } from '../store/transaction.ts';
import { listProposalsById, type Proposal } from './proposal.ts';

/** The officer who acts on awards, the channel and the time. */
export interface ActsOnAwards {
  personId: number;
  channel: string;
  at: Date;
}

/** A step of proposals to another state. */
export interface ProposalStep {
  action: ProposalAction;
  to: ProposalState;
  /** Why; null where the step needs no reason. */
  reason: string | null;
  /** The decision on which they are from now on; null: none. */
  decisionId: number | null;
}

/**
 * Locks proposals until the transaction ends, in the order of their ids, and reads them. Throws
 * `proposal-not-found` when one does not exist.
 */
export async function holdProposals({ prisma, sql }: Transaction, ids: number[]): Promise<Proposal[]> {
  await sql.query('select 1 from award_proposal where id = any ($1) order by id for update', [ids]);
  const held = await listProposalsById(prisma, ids);
  if (held.length < new Set(ids).size) throw new DomainError('proposal-not-found');
  return held;
}

/** Brings locked proposals to another state, with their history. Returns the lines of history. */
export async function stepProposals(
  { prisma }: Transaction,
  held: Proposal[],
  { action, to, reason, decisionId }: ProposalStep,
  by: ActsOnAwards,
): Promise<number[]> {
  if (held.length === 0) return [];
  const isBackAtFirst = to === 'proposed';
  await prisma.awardProposal.updateMany({
    where: { id: { in: held.map(({ id }) => id) } },
    data: {
      state: to,
      decidedAt: isBackAtFirst ? null : by.at,
      reason: to === 'not_forwarded' || to === 'refused' ? reason : null,
      decisionId,
    },
  });
  const rows = await prisma.awardProposalChange.createManyAndReturn({
    data: held.map((one) => ({
      proposalId: one.id,
      ...by,
      ...{ action, reason },
      before: { state: one.state, ...(one.decisionId !== null && { decisionId: one.decisionId }) },
      after: { state: to, ...(decisionId !== null && { decisionId }) },
    })),
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Throws `proposal-decided` when one of the proposals is in another state than `from`. */
export function requireState(held: Proposal[], from: ProposalState): void {
  const other = held.find(({ state }) => state !== from);
  if (other) throw saysDecided(other);
}

/** Makes the refusal of a step that begins in another state: who brought it there, and when. */
export function saysDecided({ exemplar, state, changes: [last] }: Proposal): DomainError {
  return new DomainError('proposal-decided', {
    code: exemplar.code,
    state,
    who: last?.person.name ?? '–',
    when: last?.at.toISOString() ?? '',
  });
}

/** Tells whether this officer brought the proposal to its state: the same press came again. */
export function isOwnStep({ changes: [last] }: Proposal, { personId }: ActsOnAwards): boolean {
  return last?.personId === personId;
}
