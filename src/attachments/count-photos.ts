import type { Prisma } from '../store/generated/client.ts';

/**
 * Counts the photos of a draft and of the exemplar that it changes, including removed ones. Those
 * of the update `notOf` are left out.
 */
export async function countPhotos(
  prisma: Prisma.TransactionClient,
  { draftId, exemplarId, notOf }: { draftId: number; exemplarId?: number; notOf: string },
): Promise<number> {
  return prisma.attachment.count({
    where: {
      OR: [{ draftId }, ...(exemplarId === undefined ? [] : [{ exemplarId }])],
      mime: { startsWith: 'image/' },
      NOT: { updateKey: notOf },
    },
  });
}
