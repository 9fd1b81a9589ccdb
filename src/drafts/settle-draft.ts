import type { Prisma } from '../store/generated/client.ts';

/**
 * Ends an open draft in the transaction that carries it out. False when it had ended before: then
 * nothing must be done again, and `readSettledResult` has the earlier result.
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

/** Returns the result of an ended draft. */
export async function readSettledResult(tx: Prisma.TransactionClient, draftId: number): Promise<unknown> {
  const draft = await tx.draft.findUnique({ where: { id: draftId }, select: { result: true } });
  return draft?.result;
}
