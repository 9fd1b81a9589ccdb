import type { Sql } from '../../store/sql.ts';

const ownCriteriaSql =
  'SELECT text FROM own_criterion WHERE plan_id = $1 AND unit_id = $2 AND retired_at IS NULL ORDER BY id';

/** Reads the criteria of its own that a unit has in use under a plan (Plan 101, III.2). */
export async function readOwnCriteriaInUse(sql: Sql, planId: number, unitId: number): Promise<string[]> {
  const { rows } = await sql.query<{ text: string }>(ownCriteriaSql, [planId, unitId]);
  return rows.map(({ text }) => text);
}
