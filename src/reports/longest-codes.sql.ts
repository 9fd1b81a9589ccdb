import type { Sql } from '../store/sql.ts';

/** Reads the longest codes of units: the codes of their exemplars begin with them. */
export async function readLongestCodes(sql: Sql): Promise<string[]> {
  const { rows } = await sql.query<{ code: string }>(
    'SELECT code FROM unit ORDER BY length(code) DESC, code LIMIT 500',
  );
  return rows.map(({ code }) => code);
}
