import type { DutyKind } from './kind.ts';
import { optionalDuty } from './optional.ts';

/**
 * Answers of units about award proposals in a year. A unit made some, or sent its annual report,
 * with them or without any. A returned report says nothing.
 */
const answersSql = `
  select p.plan_id, p.unit_id, p.year::text as occurrence, p.proposed_at as at
  from award_proposal p where p.state <> 'withdrawn'
  union all
  select p.plan_id, e.unit_id, p.year::text, p.proposed_at
  from award_proposal p join exemplar e on e.id = p.exemplar_id
  where p.state <> 'withdrawn' and e.unit_id <> p.unit_id
  union all
  select f.plan_id, f.unit_id, f.occurrence, f.filed_at
  from filing f left join annual_report r on r.filing_id = f.id
  where f.status <> 'returned' and (r.id is not null or f.nil_reason is not null and f.duty in (
    select d.duty from duty_time d where d.plan_id = f.plan_id and d.fulfilled_by = 'report'))`;

/**
 * The kind of duty that award proposals fulfil (Plan 101, IV.3): only units with someone to propose
 * owe it. The annual report asks for them, so it is done with the report, also without any. A
 * document that is handed in does it too.
 */
export const awardsDuty: DutyKind = {
  ...optionalDuty,
  evidence: {
    name: 'awarded',
    query: `
      select d.plan_id, coalesce(a.unit_id, f.unit_id) as unit_id, d.duty, d.occurrence, a.at as answered_at,
        f.newest, f.newest_at, f.decided_at, f.filed_at, f.accepted
      from (
        select plan_id, unit_id, occurrence, min(at) as at from (${answersSql}) said
        where $3::int[] is null or unit_id = any ($3) group by plan_id, unit_id, occurrence) a
      full join (select * from filed where duty in (select duty from duty_time where fulfilled_by = 'awards')) f
        on f.plan_id = a.plan_id and f.unit_id = a.unit_id and f.occurrence = a.occurrence
      join duty_time d on d.fulfilled_by = 'awards' and d.plan_id = coalesce(a.plan_id, f.plan_id)
        and d.occurrence = coalesce(a.occurrence, f.occurrence)`,
    on: 'awarded.plan_id = o.plan_id and awarded.unit_id = o.unit_id and awarded.duty = o.duty and awarded.occurrence = o.occurrence',
  },
  columns: {
    done: `coalesce(awarded.answered_at is not null or awarded.newest <> 'returned' or awarded.accepted, false)`,
    doneAt: 'least(awarded.answered_at, awarded.filed_at)',
    newest: 'awarded.newest',
    newestAt: 'awarded.newest_at',
    decidedAt: 'awarded.decided_at',
    filedAt: 'awarded.filed_at',
  },
};
