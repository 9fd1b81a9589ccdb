import { press } from '../../core/press.ts';

/**
 * Draws a picture: its code with the plan, the period with its filter (`writeReportPeriod`), the
 * unit (null: all).
 */
export const drawChart = press('bieudo', 'text', 'text', 'maybeId');
/** Shows the pictures of a plan, a period (year 0: the latest) and a unit. */
export const chooseChart = press('bieudo.kh', 'id', 'text', 'maybeId');
/** Shows the times that a picture can be of: like `drawChart`; `noChart`: none is chosen. */
export const chooseChartPeriod = press('bieudo.ky', 'text', 'text', 'maybeId');

/** Stands for the code of a picture that is not chosen yet. */
export const noChart = '-';
