import type { Prisma } from '../store/generated/client.ts';

/**
 * Ends an open draft in the transaction that does what it asked for. False when it had ended
 * before: then nothing is to be done again, and `settledResult` says what was done.
 */
export async function settleDraft(
  tx: Prisma.TransactionClient,
  draftId: number,
  at: Date,
  result: Prisma.InputJsonObject,
): Promise<boolean> {
  const { count } = await tx.draft.updateMany({
    where: { id: draftId, state: 'open' },
    data: { state: 'done', result, updatedAt: at, cursor: null, rev: { increment: 1 } },
  });
  return count === 1;
}

/** Gives what a draft that has ended left as its result. */
export async function settledResult(tx: Prisma.TransactionClient, draftId: number): Promise<unknown> {
  const draft = await tx.draft.findUnique({ where: { id: draftId }, select: { result: true } });
  return draft?.result;
}
