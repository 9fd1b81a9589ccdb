import { press } from '../press.ts';

/** Shows one exemplar. */
export const openExemplar = press('exemplar', 'number');

/** Sends the files of an exemplar. */
export const exemplarFilesOf = press('exemplar.files', 'number');
