import { press } from '../../core/press.ts';

/** Buttons of /donvi. */
export const unitListPresses = {
  list: press('dv.ds', 'page'),
  /** Shows the page of one unit. */
  open: press('dv.xem', 'id'),
  /** Begins a change of units; its kind in a word. */
  begin: press('dv.doi', 'text'),
  coming: press('dv.cho'),
  undo: press('dv.huy', 'id'),
};
