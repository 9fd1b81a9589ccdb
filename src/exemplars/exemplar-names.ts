import type { Prisma } from '../store/generated/client.ts';

/** Reads the names of exemplars by their ids; one that is not there is left out. */
export async function exemplarNames(
  prisma: Prisma.TransactionClient,
  ids: number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const found = await prisma.exemplar.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(found.map(({ id, name }) => [id, name]));
}
