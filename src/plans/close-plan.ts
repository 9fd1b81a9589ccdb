import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import { type Transaction, transact } from '../store/transaction.ts';

/**
 * Closes a plan for good: it is read and reported from then on, and nothing is written under it.
 * It waits for transactions that write under it, and those that come later wait for it. The same
 * draft again changes nothing. `settle` runs first, in the same transaction, and returns the record
 * of what it settled; undefined leaves the plan open. Throws `draft-gone`, and `plan-closed` when
 * another officer closed it.
 */
export async function closePlan(
  db: Database,
  planId: number,
  by: { personId: number; draftId: number; at: Date },
  settle: (tx: Transaction) => Promise<Prisma.InputJsonObject | undefined>,
): Promise<void> {
  await transact(db, async (transaction) => {
    const { prisma: tx } = transaction;
    const draft = await holdDraft(tx, by.draftId);
    if (draft?.state === 'done') return;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    await holdOpenPlan(tx, planId);
    const ending = await settle(transaction);
    if (!ending) return;
    await tx.plan.update({
      where: { id: planId },
      data: { closedAt: by.at, closedById: by.personId, ending },
    });
    await endHeldDraft(tx, by.draftId, 'done', by.at, { planId });
  });
}

/** Locks a plan until the transaction ends. Throws `plan-closed`. */
async function holdOpenPlan(tx: Prisma.TransactionClient, planId: number): Promise<void> {
  await tx.$queryRaw`select 1 from plan where id = ${planId} for no key update`;
  const plan = await tx.plan.findUnique({ where: { id: planId }, select: { code: true, closedAt: true } });
  if (!plan || plan.closedAt) throw new DomainError('plan-closed', { plan: plan?.code ?? '–' });
}
