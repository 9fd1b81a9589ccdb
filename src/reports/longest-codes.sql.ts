import type { Sql } from '../store/sql.ts';

/**
 * Reads the longest codes of the units of a plan's office. The codes of their exemplars begin with
 * them, also of exemplars that an earlier plan handed over.
 */
export async function readLongestCodes(sql: Sql, planId: number): Promise<string[]> {
  const { rows } = await sql.query<{ code: string }>(
    `SELECT u.code FROM unit u JOIN plan p ON p.office_id = u.office_id
     WHERE p.id = $1 ORDER BY length(u.code) DESC, u.code LIMIT 500`,
    [planId],
  );
  return rows.map(({ code }) => code);
}
