import { press } from '../../core/press.ts';

/** The buttons of activities. */
export const activityPresses = {
  /** Begins the record of one, about an exemplar where one is named. */
  log: press('hd.ghi', 'maybeId'),
  /** Chooses the plan, where several are open; 1: of a publicist. */
  plan: press('hd.kh', 'id', 'number'),
  /** Lists those of a unit, or all that the person may mend, on a page. */
  list: press('hd.ds', 'maybeId', 'page'),
  /** Lists those about an exemplar. */
  ofExemplar: press('hd.dh', 'id', 'page'),
  open: press('hd.xem', 'id'),
  files: press('hd.tep', 'id'),
  history: press('hd.ls', 'id'),
  mend: press('hd.sua', 'id'),
  withdraw: press('hd.rut', 'id'),
};
