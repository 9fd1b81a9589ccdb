import { press } from '../../core/press.ts';

/** Draws a picture: its code, the year, the unit (null: all). */
export const drawChart = press('bieudo', 'text', 'number', 'maybeId');
/** Shows the pictures of a year and a unit. */
export const chooseChart = press('bieudo.nam', 'number', 'maybeId');
