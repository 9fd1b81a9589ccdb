import { press } from '../core/press.ts';

/** Registers an exemplar for a unit; null: the person chooses. */
export const registerFor = press('dangky', 'maybeId');
/** Registers under a plan, where several are open: unit (null: chosen), plan, subject or `-`. */
export const registerIn = press('dangky.kh', 'maybeId', 'id', 'text');
/** Changes an exemplar: opens the form at the first line that an officer asked for. */
export const mend = press('exemplar.mend', 'id');
/** Registers a new exemplar with what may be copied of this one. */
export const copyOf = press('exemplar.copy', 'id');
/** Shows a unit's exemplars that a new one may be copied from, a page of them. */
export const copyFrom = press('dangky.copy', 'id', 'page');
/** Hands in the document of a duty: unit (null: the person chooses), duty, occurrence. */
export const fileDuty = press('nop', 'maybeId', 'duty', 'occurrence');
