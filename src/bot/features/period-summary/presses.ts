import { press } from '../../core/press.ts';

/**
 * Begins, continues or shows a unit's summary or nominations: unit (null: chosen), duty,
 * occurrence.
 */
export const openSummary = press('tk', 'maybeId', 'duty', 'occurrence');
/** Begins the next version of what was sent, or the first: unit, duty, occurrence. */
export const mendSummary = press('tk.sua', 'id', 'duty', 'occurrence');
/** Says that a unit has none: unit, duty, occurrence. */
export const returnNoSummary = press('tk.khong', 'id', 'duty', 'occurrence');
