import { t } from '../../i18n.ts';
import type { DutyKind } from './kind.ts';

/**
 * The kind of duty that exemplars fulfil. It is done when enough that count (submitted or approved)
 * reach the minimum of the unit's kind (Plan 101, IV.1). Lateness counts from first submissions: it
 * was done when as many as the minimum had been handed in, even if the office returned some since.
 * The signed list may be handed in as an addition.
 */
export const registrationDuty: DutyKind = {
  evidence: {
    name: 'registered',
    query: `
      select plan_id, coalesce(counts_for_id, unit_id) as unit_id, occurrence,
        count(*) filter (where status in ('submitted', 'approved'))::int as counted,
        array_agg(submitted_at order by submitted_at) as moments
      from exemplar
      where status <> 'withdrawn' and ($3::int[] is null or unit_id = any ($3) or counts_for_id = any ($3))
      group by plan_id, coalesce(counts_for_id, unit_id), occurrence`,
    on: 'registered.plan_id = o.plan_id and registered.unit_id = o.unit_id and registered.occurrence = o.occurrence',
  },
  columns: {
    counted: 'coalesce(registered.counted, 0)',
    done: 'coalesce(registered.counted, 0) >= o.min',
    doneAt: 'registered.moments[o.min]',
  },
  optional: false,
  byDocument: false,
  command: 'dangky',
  documentName: (locale, where) =>
    t(locale, where === 'inside' ? 'duty-signed-list-inside' : 'duty-signed-list'),
  sayOverdue: (locale, args) => t(locale, 'waiting-overdue-registration', args),
};
