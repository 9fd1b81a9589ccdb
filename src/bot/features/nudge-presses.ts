import { press } from '../press.ts';

/** Under a nudge: remind me tomorrow. */
export const snoozeNudge = press('nhac.mai', 'number');
/** Under a nudge: understood. */
export const acknowledgeNudge = press('nhac.ro', 'number');
