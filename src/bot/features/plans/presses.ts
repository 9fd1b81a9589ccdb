import { press } from '../../core/press.ts';

/** Shows every plan. */
export const showPlans = press('kehoach');
/** Shows the versions of a plan, a page of them. */
export const showPlanVersions = press('kehoach.pb', 'id', 'page');
/** Begins to load a plan file. */
export const beginPlanLoad = press('kehoach.nap');
/** Shows the kinds of what is open under a plan. */
export const showOpenWork = press('kehoach.mo', 'id');
/** Lists what is open under a plan: plan, kind, page. */
export const listOpenWork = press('kehoach.ds', 'id', 'text', 'page');
/** Begins to close a plan. */
export const beginPlanClose = press('kehoach.dong', 'id');
