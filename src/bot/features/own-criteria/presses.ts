import { press } from '../../core/press.ts';

/** The buttons of a unit's own criteria. */
export const ownCriteriaPresses = {
  /** Chooses the unit, on a page of them. */
  units: press('tcr.dv', 'page'),
  /** Lists a unit's criteria: asks for the plan where the unit takes part in several. */
  list: press('tcr', 'id'),
  /** Lists a unit's criteria under a plan. */
  listIn: press('tcr.kh', 'id', 'id'),
  /** Lists all changes of a unit's criteria under a plan. */
  history: press('tcr.ls', 'id', 'id', 'page'),
  /** Adds a criterion of a unit under a plan. */
  add: press('tcr.moi', 'id', 'id'),
  open: press('tcr.xem', 'id'),
  change: press('tcr.sua', 'id'),
  retireAsk: press('tcr.thoi', 'id'),
  retire: press('tcr.thoi2', 'id'),
};
