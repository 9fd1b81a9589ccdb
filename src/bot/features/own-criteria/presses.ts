import { press } from '../../core/press.ts';

/** The buttons of a unit's own criteria. */
export const ownCriteriaPresses = {
  /** Chooses the unit, on a page of them. */
  units: press('tcr.dv', 'page'),
  /** Lists a unit's criteria. */
  list: press('tcr', 'id'),
  /** Lists all changes of a unit's criteria. */
  history: press('tcr.ls', 'id', 'page'),
  add: press('tcr.moi', 'id'),
  open: press('tcr.xem', 'id'),
  change: press('tcr.sua', 'id'),
  retireAsk: press('tcr.thoi', 'id'),
  retire: press('tcr.thoi2', 'id'),
};
