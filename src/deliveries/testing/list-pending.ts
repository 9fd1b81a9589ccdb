import type { Reader } from '../../store/reader.ts';

/** Lists the deliveries that still have to be sent, oldest first. */
export async function listPendingDeliveries(reader: Reader, limit?: number): Promise<number[]> {
  const rows = await reader.delivery.findMany({
    where: { status: 'pending' },
    orderBy: { id: 'asc' },
    select: { id: true },
    ...(limit !== undefined && { take: limit }),
  });
  return rows.map(({ id }) => id);
}
