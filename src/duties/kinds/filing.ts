import type { DutyKind } from './kind.ts';

/**
 * The kind of duty that a document fulfils. A returned document opens it again until a later
 * version comes; an accepted version keeps it done. Lateness counts from the first document (Plan
 * 101, IV.3, V.1).
 */
export const filingDuty: DutyKind = {
  evidence: {
    name: 'filed',
    query: `
      select plan_id, unit_id, duty, occurrence, min(filed_at) as filed_at, max(filed_at) as newest_at,
        (array_agg(status order by filed_at desc, id desc))[1] as newest,
        (array_agg(decided_at order by filed_at desc, id desc))[1] as decided_at,
        bool_or(status = 'accepted') as accepted
      from filing
      where $3::int[] is null or unit_id = any ($3)
      group by plan_id, unit_id, duty, occurrence`,
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
