import { findExemplarCodes } from '../exemplars/find-codes.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';
import { searchName } from '../text/search-name.ts';
import { matchUnits } from '../units/match-units.ts';
import { listUnits } from '../units/units.ts';

/** An exemplar that an activity can be about. */
export interface ExemplarToChoose {
  id: number;
  code: string;
  name: string;
}

/** The exemplars among which a person chooses: approved ones, in the plan or carried into it. */
export interface ChoosableOf {
  planId: number;
  /** Left out: of every unit. */
  unitIds?: number[] | undefined;
}

const choosable = { id: true, code: true, name: true } as const satisfies Prisma.ExemplarSelect;
const oldestFirst: Prisma.ExemplarOrderByWithRelationInput[] = [{ decidedAt: 'asc' }, { id: 'asc' }];
const publicised = { activities: { some: { activity: { kind: 'publicity', withdrawnAt: null } } } } as const;

function approvedIn({ planId, unitIds }: ChoosableOf): Prisma.ExemplarWhereInput {
  return {
    status: 'approved',
    OR: [{ planId }, { carried: { some: { planId } } }],
    ...(unitIds && { unitId: { in: unitIds } }),
  };
}

/** Counts the approved exemplars. */
export function countChoosable(reader: Reader, of: ChoosableOf): Promise<number> {
  return reader.exemplar.count({ where: approvedIn(of) });
}

/** Counts the approved exemplars that no publicity was about. */
export function countNeverPublicised(reader: Reader, of: ChoosableOf): Promise<number> {
  return reader.exemplar.count({ where: { ...approvedIn(of), NOT: publicised } });
}

/** Lists exemplars by their ids, in the order of the ids. */
export function listChosen(reader: Reader, ids: number[]): Promise<ExemplarToChoose[]> {
  return reader.exemplar.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' }, select: choosable });
}

/**
 * Lists approved exemplars, those never publicised first, each group by the day of its approval. At
 * most `limit`; `words` are names, codes or units to search for.
 */
export async function listChoosable(
  reader: Reader,
  of: ChoosableOf & { words?: string | undefined; limit: number },
): Promise<{ items: ExemplarToChoose[]; total: number }> {
  const where: Prisma.ExemplarWhereInput = { AND: [approvedIn(of), await namedBy(reader, of.words)] };
  const never = await reader.exemplar.findMany({
    where: { ...where, NOT: publicised },
    orderBy: oldestFirst,
    take: of.limit,
    select: choosable,
  });
  const others =
    never.length < of.limit
      ? await reader.exemplar.findMany({
          where: { ...where, ...publicised },
          orderBy: oldestFirst,
          take: of.limit - never.length,
          select: choosable,
        })
      : [];
  return { items: [...never, ...others], total: await reader.exemplar.count({ where }) };
}

async function namedBy(reader: Reader, words: string | undefined): Promise<Prisma.ExemplarWhereInput> {
  if (!words) return {};
  const codes = findExemplarCodes(words).map(({ code }) => code);
  const inName = searchName(words).split(' ');
  const units = matchUnits(await listUnits(reader), words);
  return {
    OR: [
      ...(codes.length > 0 ? [{ code: { in: codes } }] : []),
      { AND: inName.map((word) => ({ searchName: { contains: word } })) },
      { code: { contains: words.trim().toUpperCase() } },
      ...(units.length > 0 ? [{ unitId: { in: units.map(({ id }) => id) } }] : []),
    ],
  };
}
