import { findExemplarCodes } from '../exemplars/find-codes.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';
import { searchName } from '../text/search-name.ts';

/** An approved exemplar of a plan that words may mean. */
export interface Nominable {
  id: number;
  code: string;
  name: string;
  unitId: number;
  unit: { name: string };
  /** Whether it is nominated already. */
  nominated: boolean;
}

/** The most exemplars that words are answered with. */
const mostFound = 5;

/**
 * Finds the approved exemplars of a plan that words mean, by their code or a part of their name. At
 * most five, by code.
 */
export async function findNominable(
  reader: Reader,
  { planId, unitIds, typed }: { planId: number; unitIds?: number[] | undefined; typed: string },
): Promise<Nominable[]> {
  const codes = findExemplarCodes(typed).map(({ code }) => code);
  const meant: Prisma.ExemplarWhereInput =
    codes.length > 0 ? { code: { in: codes } } : { searchName: { contains: searchName(typed) } };
  const rows = await reader.exemplar.findMany({
    where: {
      ...{ status: 'approved', ...(unitIds && { unitId: { in: unitIds } }) },
      AND: [meant, { OR: [{ planId }, { carried: { some: { planId } } }] }],
    },
    orderBy: { code: 'asc' },
    take: mostFound,
    select: {
      ...{ id: true, code: true, name: true, unitId: true, unit: { select: { name: true } } },
      nominations: { where: { planId, state: { not: 'withdrawn' } }, select: { id: true } },
    },
  });
  return rows.map(({ nominations, ...row }) => ({ ...row, nominated: nominations.length > 0 }));
}
