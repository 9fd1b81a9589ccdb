import { press } from '../../core/press.ts';

/** Asks for the duties and units of a letter: the plan. */
export const chooseLetter = press('congvan', 'id');
/** Makes the letter of a choice: its draft. */
export const makeLetter = press('congvan.lap', 'id');
