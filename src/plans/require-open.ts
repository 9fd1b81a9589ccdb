import { DomainError } from '../errors.ts';
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
  const [plan] = rows;
  if (!plan || plan.closed) throw new DomainError('plan-closed', { plan: plan?.code ?? '–' });
}
