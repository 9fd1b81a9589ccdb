import { DomainError } from '../errors.ts';
import type { UnitInPlan } from '../plan/quota.ts';
import type { Sql } from '../store/sql.ts';

/**
 * Refuses to write under a closed plan, in the transaction of what would be written. A plan that is
 * being closed waits for that transaction. Throws `plan-closed`.
 */
export async function requireOpenPlan(sql: Sql, planId: number): Promise<void> {
  const { rows } = await sql.query<{ code: string | null; closed: boolean }>({
    name: 'plan-open',
    text: 'select code, closed_at is not null as closed from plan where id = $1 for share',
    values: [planId],
  });
  refuseClosed(rows[0]);
}

function refuseClosed(plan: { code: string | null; closed: boolean } | undefined): void {
  if (!plan || plan.closed) throw new DomainError('plan-closed', { plan: plan?.code ?? '–' });
}

/**
 * Finds how a unit takes part in a plan, and refuses a closed plan as `requireOpenPlan` does.
 * Throws `plan-closed`, and `unit-unknown` for a unit that takes no part.
 */
export async function findPlaceInOpenPlan(
  sql: Sql,
  { planId, unitId }: { planId: number; unitId: number },
): Promise<UnitInPlan> {
  const { rows } = await sql.query<
    { code: string; closed: boolean } & (UnitInPlan | { kind: null; min: null; max: null })
  >({
    name: 'plan-open-place',
    text: `select p.code, p.closed_at is not null as closed, u.kind, u.min, u.max
           from plan p left join plan_unit u on u.plan_id = p.id and u.unit_id = $2
           where p.id = $1 for share of p`,
    values: [planId, unitId],
  });
  const [found] = rows;
  refuseClosed(found);
  if (!found || found.kind === null) throw new DomainError('unit-unknown');
  const { kind, min, max } = found;
  return { kind, min, max };
}
