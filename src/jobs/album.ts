import type { Prisma } from '../store/generated/client.ts';

/** Tells whether another message of the same album waits behind the update `after`. */
export async function hasMoreOfAlbum(
  prisma: Prisma.TransactionClient,
  { chatKey, album, after }: { chatKey: string; album: string; after: number },
): Promise<boolean> {
  const next = await prisma.inboxUpdate.findFirst({
    where: {
      chatKey,
      status: 'pending',
      id: { gt: after },
      payload: { path: ['message', 'media_group_id'], equals: album },
    },
    select: { id: true },
  });
  return next !== null;
}
