import { press } from '../core/press.ts';

/** Under a nudge: remind me tomorrow. */
export const snoozeNudge = press('nhac.mai', 'id');
/** Under a nudge: understood. */
export const acknowledgeNudge = press('nhac.ro', 'id');
