import { press } from '../../core/press.ts';

/** Under a nudge: remind me tomorrow. */
export const snoozeNudge = press('nhac.mai', 'id');
/** Under a nudge: understood. */
export const acknowledgeNudge = press('nhac.ro', 'id');

/** Previews a nudge of the units in a list of /tiendo: its code with the plan. */
export const nudgeList = press('dondoc.ds', 'text');
