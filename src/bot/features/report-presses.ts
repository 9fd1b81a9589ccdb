import { press } from '../core/press.ts';

/** Makes a report: its code, the year (0: a report of the present state), the unit (null: all). */
export const makeReport = press('baocao.make', 'text', 'number', 'maybeId');
