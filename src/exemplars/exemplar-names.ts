import type { Reader } from '../store/reader.ts';

/** Reads the names of exemplars by their ids; missing ones are left out. */
export async function exemplarNames(reader: Reader, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const found = await reader.exemplar.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(found.map(({ id, name }) => [id, name]));
}
