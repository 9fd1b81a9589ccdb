import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import { type Transaction, transact } from '../store/transaction.ts';

/**
 * Closes a plan for good: it is read and reported from then on, and nothing is written under it.
 * It waits for transactions that write under it. The same draft again changes nothing. `settle`
 * runs first, in the same transaction. Throws `draft-gone`, and `plan-closed` when another officer
 * closed it.
 */
export async function closePlan(
  db: Database,
  planId: number,
  by: { personId: number; draftId: number; at: Date },
  settle?: (tx: Transaction) => Promise<void>,
): Promise<void> {
  await transact(db, async (transaction) => {
    const { prisma: tx } = transaction;
    const draft = await holdDraft(tx, by.draftId);
    if (draft?.state === 'done') return;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    await settle?.(transaction);
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
