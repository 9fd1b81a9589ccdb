import { press } from '../../core/press.ts';

/** Shows every plan. */
export const showPlans = press('kehoach');
/** Shows the versions of a plan, a page of them. */
export const showPlanVersions = press('kehoach.pb', 'id', 'page');
/** Begins to load a plan file. */
export const beginPlanLoad = press('kehoach.nap');
/** Begins to close a plan. */
export const beginPlanClose = press('kehoach.dong', 'id');
