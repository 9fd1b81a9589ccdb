import { press } from '../../core/press.ts';

/** The buttons of requests for help. */
export const helpPresses = {
  /** Lists those not closed, or all, on a page. */
  list: press('gd.ds', 'number', 'page'),
  open: press('gd.xem', 'id'),
  /** Asks for help for an exemplar. */
  askFor: press('gd.dh', 'id'),
  /** Asks for help for a unit's work with exemplars. */
  ask: press('gd.moi', 'id'),
  take: press('gd.nhan', 'id'),
  close: press('gd.xong', 'id'),
  /** The unit no longer needs it. */
  drop: press('gd.thoi', 'id'),
};
