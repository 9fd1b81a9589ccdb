import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import type { Reader } from '../store/reader.ts';
import { transact } from '../store/transaction.ts';

/** The work under a plan that closing it would leave as it is. */
export interface UnfinishedWork {
  /** Exemplars and documents that wait for a decision, and exemplars that were returned. */
  exemplars: number;
  documents: number;
}

/** Counts the work under a plan that is not finished. */
export async function countUnfinished(reader: Reader, planId: number): Promise<UnfinishedWork> {
  const [exemplars, documents] = await Promise.all([
    reader.exemplar.count({ where: { planId, status: { in: ['submitted', 'returned'] } } }),
    reader.filing.count({ where: { planId, status: 'submitted' } }),
  ]);
  return { exemplars, documents };
}

/**
 * Closes a plan for good: it is read and reported from then on, and nothing is written under it.
 * It waits for transactions that write under it. The same draft again changes nothing. Throws
 * `draft-gone`, and `plan-closed` when another officer closed it.
 */
export async function closePlan(
  db: Database,
  planId: number,
  by: { personId: number; draftId: number; at: Date },
): Promise<void> {
  await transact(db, async ({ prisma: tx }) => {
    const draft = await holdDraft(tx, by.draftId);
    if (draft?.state === 'done') return;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    const { count } = await tx.plan.updateMany({
      where: { id: planId, closedAt: null },
      data: { closedAt: by.at, closedById: by.personId },
    });
    if (count === 0) {
      const plan = await tx.plan.findUnique({ where: { id: planId }, select: { code: true } });
      throw new DomainError('plan-closed', { plan: plan?.code ?? '–' });
    }
    await endHeldDraft(tx, by.draftId, 'done', by.at, { planId });
  });
}
