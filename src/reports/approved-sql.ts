/**
 * Writes the SQL condition that an exemplar `e` was approved by the end of a day, and is. It
 * belongs to a plan or was carried over to it. The names are those of parameters: `$6`.
 */
export function approvedInSql({ plan, zone, day }: Record<'plan' | 'zone' | 'day', string>): string {
  return `e.status = 'approved'
    AND (e.plan_id = ${plan} OR EXISTS (SELECT 1 FROM carried_exemplar c WHERE c.plan_id = ${plan} AND c.exemplar_id = e.id))
    AND (e.decided_at AT TIME ZONE ${zone})::date <= ${day}`;
}
