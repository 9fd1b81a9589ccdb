import type { Prisma } from '../store/generated/client.ts';

/** A message that has to be sent; the same `key` is the same message. */
export interface NewDelivery {
  key: string;
  personId: number;
  kind: string;
  payload: Prisma.InputJsonObject;
  at: Date;
}

/**
 * Writes down messages that have to be sent. In the transaction of their cause, they are there
 * exactly when it is. Gives the new ids; a message whose key is there already, sent or not, is left
 * out.
 */
export async function enqueueDeliveries(
  prisma: Prisma.TransactionClient,
  deliveries: NewDelivery[],
): Promise<number[]> {
  const rows = await prisma.delivery.createManyAndReturn({
    data: deliveries.map(({ at, ...delivery }) => ({ ...delivery, createdAt: at })),
    skipDuplicates: true,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
