import { press } from '../../core/press.ts';

/** Begins, continues or shows a unit's annual report: unit (null: chosen), duty, occurrence. */
export const openReport = press('bcn', 'maybeId', 'duty', 'occurrence');
/** Begins the next version of a report that was sent: unit, duty, occurrence. */
export const mendReport = press('bcn.sua', 'id', 'duty', 'occurrence');
/** Sends the evidence of a report: its filing. */
export const seeEvidence = press('bcn.mc', 'id');
/** Says that a unit has nothing to report: unit, duty, occurrence. */
export const returnNil = press('bcn.khong', 'id', 'duty', 'occurrence');
