import type { Sql } from '../store/sql.ts';

/**
 * Locks units and the invitations to them until the transaction ends, in the order in which joining
 * locks them. A role that is given at this moment is there before the units change, or waits.
 */
export async function lockUnits(sql: Sql, unitIds: number[]): Promise<void> {
  await sql.query(
    `select 1 from invitation where unit_id = any ($1) and used_at is null and withdrawn_at is null
     order by id for update`,
    [unitIds],
  );
  await sql.query('select 1 from unit where id = any ($1) order by id for update', [unitIds]);
}
