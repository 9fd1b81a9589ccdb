import type { ExemplarStatus } from '../../store/generated/enums.ts';
import type { Reader } from '../../store/reader.ts';
import type { Sql } from '../../store/sql.ts';
import type { SearchPart, SearchQuestion } from './question.ts';
import { writeTsQuery } from './ts-query.ts';

/** The most exemplars that a search counts; beyond them words that narrow it help more. */
export const mostFound = 100;

/** The exemplars that a person may find; a part that is left out allows all. */
export interface SearchScope {
  unitIds?: number[];
  statuses?: ExemplarStatus[];
}

/** A found exemplar as a line of the list. */
export interface FoundExemplar {
  id: number;
  code: string;
  name: string;
  status: ExemplarStatus;
  unitName: string;
  year: number;
}

/** So many of the newest are read one by one first: common words are there often enough. */
const depth = 2000;
const everyYear = [0, 9999];

/**
 * Lists the ids of the exemplars that fit a search, the newest first, one more than `mostFound` at
 * most. Common words are found among the newest, rare ones by the index of words: either alone
 * would read half the table for the other.
 */
export async function findExemplarIds(
  sql: Sql,
  asked: SearchQuestion,
  scope: SearchScope,
): Promise<number[]> {
  const { parts, status } = asked;
  const both = scope.statuses && status ? scope.statuses.filter((one) => one === status) : undefined;
  const statuses = both ?? scope.statuses ?? (status && [status]);
  const query = writeTsQuery(withYears(asked));
  const years = asked.years.length > 0 ? [Math.min(...asked.years), Math.max(...asked.years)] : everyYear;
  const where = [query, ...years, statuses ?? null, scope.unitIds ?? null];
  const most = mostFound + 1;
  const deepest = parts.length > 0 ? depth : null;
  const newest = await sql.query<{ id: number }>(
    'select id from newest_with_words($1::tsquery, $2, $3, $4, $5, $6, $7) as id',
    [...where, deepest, most],
  );
  if (deepest === null || newest.rows.length === most) return newest.rows.map(({ id }) => id);
  const all = await sql.query<{ id: number }>(
    'select id from all_with_words($1::tsquery, $2, $3, $4, $5, $6) as id',
    [...where, most],
  );
  return all.rows.map(({ id }) => id);
}

/** Writes years as marks: the index finds them with the words, also where some are left out. */
function withYears({ parts, years }: SearchQuestion): SearchPart[] {
  return years.length === 0 ? parts : [...parts, { ways: [], marks: years.map((year) => `y=${year}`) }];
}

/** Reads found exemplars as lines of a list, in the order of their ids given. */
export async function readFoundExemplars(reader: Reader, ids: number[]): Promise<FoundExemplar[]> {
  if (ids.length === 0) return [];
  const rows = await reader.exemplar.findMany({
    where: { id: { in: ids } },
    select: { id: true, code: true, name: true, status: true, year: true, unit: { select: { name: true } } },
  });
  const byId = new Map(rows.map(({ unit, ...row }) => [row.id, { ...row, unitName: unit.name }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
