import { localDate, yearOf } from '../plan/calendar.ts';
import type { Occurrence } from '../plan/occurrence.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { Sql } from '../store/sql.ts';
import { searchName } from '../text/search-name.ts';
import { type Registration, storedFacts } from './registration.ts';

/** A registration to insert, with all that is decided about it. */
interface NewRegistration {
  draftId: number;
  facts: Registration;
  plan: LoadedPlan;
  occurrence: Occurrence;
  overQuota: boolean;
  /** What the first line of its history says in addition to the facts. */
  remarks: object;
  /** The draft's result; the exemplar's id and code are added. */
  result: object;
  personId: number;
  channel: string;
  at: Date;
}

/** An inserted registration. */
export interface InsertedRegistration {
  id: number;
  /** Its code, with the unit's next number of the year: `GLAR-2021-003`. */
  code: string;
  /** Ids of the leaders who named the draft as their collective: they are linked to it now. */
  leaderIds: number[];
}

/**
 * Inserts a new exemplar with its code, its files and the first line of its history, and ends its
 * draft. One statement does it all, because the unit is locked until it has ended. The draft is
 * locked as well, and its files have different names.
 */
export async function insertRegistration(sql: Sql, given: NewRegistration): Promise<InsertedRegistration> {
  const { facts, plan, at } = given;
  const { rows } = await sql.query<InsertedRegistration>({
    name: 'registration-insert',
    text: insertSql,
    values: [
      facts.unitId,
      yearOf(localDate(at, plan.zone)),
      given.draftId,
      at,
      given.personId,
      given.channel,
      facts.exceptionReason,
      JSON.stringify({ ...facts, status: 'submitted', ...given.remarks }),
      JSON.stringify(given.result),
      searchName(facts.name),
      given.overQuota,
      plan.id,
      given.occurrence,
      ...storedFacts.map(({ field }) => facts[field]),
    ],
  });
  const [inserted] = rows;
  if (!inserted) throw new Error('an exemplar was not inserted');
  return inserted;
}

/** The first parameter that is a fact. */
const firstFact = 14;

const insertSql = `
  with numbered as (
    insert into exemplar_counter as c (unit_id, year, last) values ($1, $2, 1)
    on conflict (unit_id, year) do update set last = c.last + 1 returning last),
  coded as (
    select u.code || '-' || $2::int || '-' || lpad(n.last::text, greatest(3, length(n.last::text)), '0') as code
    from numbered n join unit u on u.id = $1),
  added as (
    insert into exemplar (code, year, submitted_at, submitted_by_id, search_name, over_quota, plan_id, occurrence,
      status, ${storedFacts.map(({ column }) => column).join(', ')})
    values ((select code from coded), $2, $4, $5, $10, $11, $12, $13,
      'submitted', ${storedFacts.map((_, i) => `$${firstFact + i}`).join(', ')})
    returning id, code),
  files as (
    update attachment a set exemplar_id = added.id from added
    where a.draft_id = $3 and a.removed_at is null returning a.id),
  leaders as (
    update exemplar e set leads_id = added.id, leads_draft_id = null from added
    where e.leads_draft_id = $3 returning e.id),
  history as (
    insert into exemplar_change (exemplar_id, at, person_id, channel, action, reason, after)
    select id, $4, $5, $6, 'submit', $7, $8::jsonb || jsonb_build_object('files', (select count(*) from files))
    from added returning id),
  versions as (
    insert into submission_file (change_id, attachment_id) select history.id, files.id from history, files),
  ended as (
    update draft d set state = 'done', updated_at = $4, cursor = null, rev = d.rev + 1,
      result = $9::jsonb || jsonb_build_object('exemplarId', added.id, 'code', added.code)
    from added where d.id = $3 and d.state = 'open')
  select id, code, array(select id from leaders order by id) as "leaderIds" from added`;
