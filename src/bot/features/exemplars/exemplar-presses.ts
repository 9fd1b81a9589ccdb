import { press } from '../../core/press.ts';

/** Shows one exemplar. */
export const openExemplar = press('exemplar', 'id');

/** Shows a page of the exemplars that a filter allows. */
export const exemplarsFiltered = press('danhsach.of', 'page', 'text');

/** Sends the files of an exemplar. */
export const exemplarFilesOf = press('exemplar.files', 'id');

/** Asks whether to take an exemplar back. */
export const withdrawAsk = press('exemplar.off', 'id');
