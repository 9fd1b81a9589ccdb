import { handedInSql } from '../handed-in-sql.ts';
import type { DutyKind } from './kind.ts';

/**
 * The kind of duty that a document fulfils. A returned document opens it again until a later
 * version comes; an accepted version keeps it done. Lateness counts from the first document (Plan
 * 101, IV.3, V.1). A unit that took over from others, or is a part of one, has done it when all of
 * them had.
 */
export const filingDuty: DutyKind = {
  evidence: {
    name: 'filed',
    query: handedInSql('$3'),
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
