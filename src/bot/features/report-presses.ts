import { press } from '../core/press.ts';

/**
 * Makes a report: its code, the period (`writeReportPeriod`; 0: the present state), the unit (null:
 * all).
 */
export const makeReport = press('baocao.make', 'text', 'text', 'maybeId');
