import type { LoadedPlan } from '../../plan/plan.ts';
import type { Sql } from '../../store/sql.ts';

/** A unit of a plan, by its present name. */
export interface UnitToUrge {
  id: number;
  name: string;
  /** Its kind in the plan. */
  kind: string;
}

/**
 * Lists the units of a plan by kind and roster, those that have merged since too. They can be
 * limited to units or kinds; null: all.
 */
export async function listUnitsToUrge(
  sql: Sql,
  plan: LoadedPlan,
  { unitIds, kinds }: { unitIds: number[] | null; kinds: string[] | null },
): Promise<UnitToUrge[]> {
  const { rows } = await sql.query<UnitToUrge>(
    `SELECT u.id, u.name, pu.kind FROM plan_unit pu JOIN unit u ON u.id = pu.unit_id
     WHERE pu.plan_id = $2 AND ($1::int[] IS NULL OR u.id = ANY ($1)) AND ($3::text[] IS NULL OR pu.kind = ANY ($3))
     ORDER BY array_position($4::text[], pu.kind), pu.position, u.id`,
    [unitIds, plan.id, kinds, plan.unitKinds.map(({ code }) => code)],
  );
  return rows;
}
