import { press } from '../../core/press.ts';

/** Shows where all units stand. */
export const showProgress = press('tiendo');
/** Shows a page of a list: its code, the page. */
export const showProgressList = press('tiendo.ds', 'text', 'page');
