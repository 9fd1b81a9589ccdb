import { press } from '../press.ts';

/** Shows one exemplar. */
export const openExemplar = press('exemplar', 'number');
