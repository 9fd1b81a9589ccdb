import type { Prisma } from '../store/generated/client.ts';

/**
 * Closes the upload pages of a person's open drafts, whose links name the draft's `rev`. The
 * answers stay, and a form that the person may still fill in gives a new link with its next
 * question.
 */
export async function closeUploadLinks(tx: Prisma.TransactionClient, personId: number): Promise<void> {
  await tx.draft.updateMany({ where: { personId, state: 'open' }, data: { rev: { increment: 1 } } });
}
