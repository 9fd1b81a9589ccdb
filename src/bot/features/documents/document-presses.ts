import { press } from '../../core/press.ts';

/** Shows a duty's document in all its versions: unit, duty, occurrence, page. */
export const showVersions = press('vanban', 'id', 'duty', 'occurrence', 'page');
/** Shows for which duties a unit has handed in documents. */
export const showDocuments = press('vanban.dv', 'id');
/** Sends the files of one version. */
export const openDocument = press('vanban.tep', 'id');
