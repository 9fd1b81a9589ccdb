import { press } from '../core/press.ts';

/** Shows one exemplar. */
export const openExemplar = press('exemplar', 'id');

/** Sends the files of an exemplar. */
export const exemplarFilesOf = press('exemplar.files', 'id');

/** Asks whether to take an exemplar back. */
export const withdrawAsk = press('exemplar.off', 'id');
