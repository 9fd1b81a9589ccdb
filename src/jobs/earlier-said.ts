import type { Prisma } from '../store/generated/client.ts';

/**
 * Finds the fingerprint of a message as it was before the update `before`. Undefined when the
 * message is older than the stored handled updates (7 days).
 */
export async function findEarlierSaid(
  prisma: Prisma.TransactionClient,
  { chatKey, messageId, before }: { chatKey: string; messageId: number; before: number },
): Promise<number | undefined> {
  const earlier = await prisma.inboxUpdate.findFirst({
    where: { chatKey, messageId, id: { lt: before } },
    orderBy: { id: 'desc' },
    select: { said: true },
  });
  return earlier?.said ?? undefined;
}
