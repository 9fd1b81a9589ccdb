import type { Prisma } from '../store/generated/client.ts';

/**
 * Closes the upload pages that a person's open drafts have handed out: their links name the draft's
 * `rev`. The answers stay, and a form that the person still may fill in gives a new link when it
 * asks again.
 */
export async function closeUploadLinks(tx: Prisma.TransactionClient, personId: number): Promise<void> {
  await tx.draft.updateMany({ where: { personId, state: 'open' }, data: { rev: { increment: 1 } } });
}
