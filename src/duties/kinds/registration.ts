import { t } from '../../i18n.ts';
import type { DutyKind } from './kind.ts';

/**
 * The kind of duty that exemplars fulfil. It is done when enough that count (submitted or approved)
 * reach the minimum of the unit's kind, at the moment when the exemplar that reached it was
 * submitted (Plan 101, IV.1). The signed list may be handed in as an addition.
 */
export const registrationDuty: DutyKind = {
  evidence: {
    name: 'registered',
    query: `
      select unit_id, count(*)::int as counted, array_agg(submitted_at order by submitted_at) as moments
      from exemplar
      where status in ('submitted', 'approved') and ($3::int[] is null or unit_id = any ($3))
      group by unit_id`,
    on: 'registered.unit_id = o.unit_id',
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
