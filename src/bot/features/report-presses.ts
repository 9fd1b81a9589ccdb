import { press } from '../core/press.ts';

/**
 * Makes a report: its code, the year (0: of a report that shows what is true now), the unit (0:
 * all).
 */
export const makeReport = press('baocao.make', 'text', 'number', 'number');
