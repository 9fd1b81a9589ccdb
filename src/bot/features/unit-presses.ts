import { press } from '../core/press.ts';

/** Registers an exemplar for a unit; null: the person chooses. */
export const registerFor = press('dangky', 'maybeId');
/** Changes an exemplar: opens the form at the first line that an officer asked for. */
export const mend = press('exemplar.mend', 'id');
/** Hands in the document of a duty: unit (null: the person chooses), duty, year. */
export const fileDuty = press('nop', 'maybeId', 'text', 'number');
