import { firstPlan } from '../duties/duty-code.ts';
import type { Sql } from '../store/sql.ts';

/**
 * Lists the open drafts about a plan. A draft names its plan, the object that it is about, or the
 * duty that was chosen in it. The draft that closes the plan is none of them.
 */
export async function listDraftsOfPlan(sql: Sql, planId: number): Promise<number[]> {
  const { rows } = await sql.query<{ id: number }>({
    name: 'open-drafts-of-plan',
    text: statement,
    values: [planId, firstPlan],
  });
  return rows.map(({ id }) => id);
}

/** The plan of the row of `table` that the draft's subject names as `key`. */
const planOfRow = (table: string, key: string) =>
  `(select r.plan_id from ${table} r where r.id = (d.subject ->> '${key}')::int)`;

/** SQL: what a draft is about stands inside its subject or its answers. */
const statement = `
  select d.id from draft d
  where d.state = 'open' and d.form <> 'close-plan' and $1::int = coalesce(
    (d.subject ->> 'planId')::int,
    ${planOfRow('exemplar', 'exemplarId')},
    ${planOfRow('filing', 'filingId')},
    ${planOfRow('nomination', 'nominationId')},
    ${planOfRow('help_request', 'helpRequestId')},
    ${planOfRow('activity', 'withdrawId')},
    substring(coalesce(d.subject ->> 'duty', d.answers ->> 'duty') from '@([0-9]{1,9})')::int,
    case when coalesce(d.subject ->> 'duty', d.answers ->> 'duty') is not null then $2::int end,
    substring(d.answers ->> 'plan' from '^([0-9]{1,9})$')::int,
    -- Forms of a release that knew one plan name none.
    case when d.form in ('register', 'own-criterion') then $2::int end)
  order by d.id`;
