import { press } from '../../core/press.ts';

/** Draws a picture: its code with the plan, the year, the unit (null: all). */
export const drawChart = press('bieudo', 'text', 'number', 'maybeId');
/** Shows the pictures of a plan, a year (0: the latest) and a unit. */
export const chooseChart = press('bieudo.kh', 'id', 'number', 'maybeId');
