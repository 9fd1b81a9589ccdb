import { press } from '../../core/press.ts';

/** The buttons of fostering plans. A plan is named by its unit and the office's plan. */
export const fosteringPresses = {
  /** Chooses the unit, on a page of them. */
  units: press('bd.dv', 'page'),
  /** Shows a page of the overdue steps of all units. */
  overdue: press('bd.qua', 'page'),
  /** Opens the plan of a unit; the office's plan is chosen where several are possible. */
  unit: press('bd.mo', 'id'),
  /** Shows a plan, from a page of its steps. */
  plan: press('bd', 'id', 'id', 'page'),
  /** Begins the form that makes a plan. */
  make: press('bd.lap', 'id', 'id'),
  add: press('bd.them', 'id', 'id'),
  lead: press('bd.ld', 'id', 'id'),
  history: press('bd.ls', 'id', 'id', 'page'),
  step: press('bd.viec', 'id'),
  done: press('bd.xong', 'id'),
  move: press('bd.doi', 'id'),
  drop: press('bd.bo', 'id'),
  reopen: press('bd.lai', 'id'),
  files: press('bd.tep', 'id'),
};
