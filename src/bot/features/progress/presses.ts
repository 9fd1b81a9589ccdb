import { press } from '../../core/press.ts';

/** Shows where all units stand: asks for the plan where there is a choice. */
export const showProgress = press('tiendo');
/** Shows where all units of a plan stand. */
export const showProgressOf = press('tiendo.kh', 'id');
/** Shows a page of a list: its code with the plan, the page. */
export const showProgressList = press('tiendo.ds', 'text', 'page');
