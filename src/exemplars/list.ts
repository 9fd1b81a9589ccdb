import { z } from 'zod';
import type { Prisma } from '../store/generated/client.ts';
import type { ExemplarStatus } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';
import { shareReads } from '../store/shared-read.ts';
import type { Sql } from '../store/sql.ts';

const line = {
  id: true,
  code: true,
  name: true,
  unitId: true,
  unit: { select: { name: true } },
  status: true,
  overQuota: true,
  submittedAt: true,
} as const satisfies Prisma.ExemplarSelect;

type Row = Prisma.ExemplarGetPayload<{ select: typeof line }>;

/** An exemplar as a line of a list. */
export type ExemplarLine = Omit<Row, 'unit'> & { unitName: string };

/** A filter of a list of exemplars; parts that are left out allow all. */
export interface ListFilter {
  unitIds?: number[];
  statuses?: ExemplarStatus[];
  /** Year of registration. */
  year?: number;
  /** The plan of registration, or one that took them over. */
  planId?: number;
  /** Whether the newest stand first. */
  newestFirst?: boolean;
  /** Words, as `searchName` writes them, that the name has all of. */
  words?: string[];
}

/** Lists a page of the exemplars that fit, with the total. */
export async function listExemplars(
  reader: Reader,
  filter: ListFilter & { limit: number; offset: number },
): Promise<{ items: ExemplarLine[]; total: number }> {
  const { unitIds, statuses, year, planId, words, newestFirst, limit, offset } = filter;
  const order = newestFirst ? 'desc' : 'asc';
  const where = {
    ...(unitIds && { unitId: { in: unitIds } }),
    ...(statuses && { status: { in: statuses } }),
    ...(year !== undefined && { year }),
    ...(planId !== undefined && { OR: [{ planId }, { carried: { some: { planId } } }] }),
    ...(words && { AND: words.map((word) => ({ searchName: { contains: word } })) }),
  };
  const rows = await reader.exemplar.findMany({
    where,
    orderBy: [{ submittedAt: order }, { id: order }],
    take: limit,
    // A forged button may ask for a page beyond what a query can skip.
    skip: Math.min(offset, 2_000_000_000),
    select: line,
  });
  const items = rows.map(({ unit, ...row }) => ({ ...row, unitName: unit.name }));
  return { items, total: await reader.exemplar.count({ where }) };
}

/** Lists the collective exemplars of a unit that a leader may head (Plan 101, III.3.2). */
export async function collectivesOf(reader: Reader, unitId: number): Promise<{ id: number; name: string }[]> {
  return reader.exemplar.findMany({
    where: { unitId, subject: 'collective', status: { in: ['submitted', 'approved', 'returned'] } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  });
}

/** The most drafts that are offered to a leader. */
const mostDrafts = 10;

/** Lists the drafts of collectives of a unit that have a name, and are no change of an exemplar. */
export async function collectiveDraftsOf(
  reader: Reader,
  unitId: number,
): Promise<{ id: number; name: string }[]> {
  const has = (key: string, equals: string) => ({ answers: { path: [key], equals } });
  const drafts = await reader.draft.findMany({
    where: {
      form: 'register',
      state: 'open',
      AND: [has('subject', 'collective'), has('unit', String(unitId))],
    },
    orderBy: { id: 'asc' },
    select: { id: true, answers: true, subject: true },
  });
  const named = drafts.flatMap(({ id, answers, subject }) => {
    const name = namedDraft.safeParse(answers).data?.name;
    return name === undefined || changesExemplar.safeParse(subject).success ? [] : [{ id, name }];
  });
  return named.slice(0, mostDrafts);
}

const namedDraft = z.object({ name: z.string().min(1) });
const changesExemplar = z.object({ exemplarId: z.int() });

/** A registered exemplar with a similar name. */
export type SimilarLine = ExemplarLine & { likeness: number };

/**
 * Lists registered exemplars with a similar name (trigrams of the folded name), the most similar
 * first.
 */
export function findSimilar(
  sql: Sql,
  like: { searchName: string; subject: string; exceptId?: number },
): Promise<SimilarLine[]> {
  return readSimilar(sql, like.searchName, like.subject, like.exceptId ?? null);
}

const readSimilar = shareReads<
  [searchName: string, subject: string, exceptId: number | null],
  SimilarLine & { n: number }
>({
  name: 'exemplars-similar',
  text: `select asked.n, found.*
         from unnest($1::text[], $2::subject[], $3::int[]) with ordinality as asked(name, subject, except_id, n)
         cross join lateral (
           select e.id, e.code, e.name, e.unit_id as "unitId", u.name as "unitName", e.status,
             e.over_quota as "overQuota", e.submitted_at as "submittedAt", s.likeness
           from exemplars_named_like(asked.name) s join exemplar e on e.id = s.id join unit u on u.id = e.unit_id
           where e.subject = asked.subject and e.status <> 'withdrawn' and e.id is distinct from asked.except_id
           order by s.likeness desc, e.id limit 3) found
         order by asked.n, found.likeness desc, found.id`,
});
