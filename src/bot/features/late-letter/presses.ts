import { press } from '../../core/press.ts';

/** Asks for the duties and units of a letter: the plan. */
export const chooseLetter = press('congvan', 'id');
/** Asks for the duties and units of a letter of a day: the plan, the day. */
export const chooseLetterOfDay = press('congvan.ngay', 'id', 'text');
/** Makes the letter of a choice: its draft. */
export const makeLetter = press('congvan.lap', 'id');
