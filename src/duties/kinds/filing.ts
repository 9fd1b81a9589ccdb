import type { DutyKind } from './kind.ts';

/**
 * The kind of duty that a document fulfils. A returned document opens it again until a later
 * version comes; an accepted version keeps it done. Lateness counts from the first document (Plan
 * 101, IV.3, V.1). A unit that took over from others has done it when all of them had.
 */
export const filingDuty: DutyKind = {
  evidence: {
    name: 'filed',
    query: `
      with own as (
        select plan_id, unit_id, duty, occurrence, min(filed_at) as filed_at, max(filed_at) as newest_at,
          (array_agg(status order by filed_at desc, id desc))[1] as newest,
          (array_agg(decided_at order by filed_at desc, id desc))[1] as decided_at,
          bool_or(status = 'accepted') as accepted
        from filing
        where $3::int[] is null or unit_id = any ($3)
          or unit_id in (select id from unit where successor_id = any ($3))
        group by plan_id, unit_id, duty, occurrence),
      inherited as (
        select own.plan_id, p.successor_id as unit_id, own.duty, own.occurrence, max(own.filed_at) as filed_at,
          max(own.newest_at) as newest_at, 'accepted'::filing_status as newest, null::timestamptz as decided_at,
          true as accepted
        from own join unit p on p.id = own.unit_id
        where p.successor_id is not null and (own.newest <> 'returned' or own.accepted)
        group by own.plan_id, p.successor_id, own.duty, own.occurrence
        having count(*) = (
          select count(*) from unit o join plan_unit pu on pu.unit_id = o.id and pu.plan_id = own.plan_id
          where o.successor_id = p.successor_id))
      select * from own
      union all
      select * from inherited i where not exists (
        select 1 from own o where o.plan_id = i.plan_id and o.unit_id = i.unit_id and o.duty = i.duty
          and o.occurrence = i.occurrence)`,
    on: 'filed.plan_id = o.plan_id and filed.unit_id = o.unit_id and filed.duty = o.duty and filed.occurrence = o.occurrence',
  },
  columns: {
    done: `coalesce(filed.newest <> 'returned' or filed.accepted, false)`,
    doneAt: 'filed.filed_at',
    newest: 'filed.newest',
    newestAt: 'filed.newest_at',
    decidedAt: 'filed.decided_at',
    filedAt: 'filed.filed_at',
  },
  optional: false,
  byDocument: true,
  command: 'nopvanban',
};
