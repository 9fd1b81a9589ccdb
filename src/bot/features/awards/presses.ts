import { press } from '../../core/press.ts';

/** The buttons of awards. A text is the filter of the list, in the format of `award-filter.ts`. */
export const awardPresses = {
  /** Page and filter. */
  list: press('kt', 'page', 'text'),
  filters: press('kt.loc', 'text'),
  /** The values of one part of the filter: `y` years, `l` levels, `a` awards, `p` plans. */
  values: press('kt.chon', 'text', 'text'),
  units: press('kt.dv', 'page', 'text'),
  open: press('kt.xem', 'id', 'text'),
  forward: press('kt.tr', 'id', 'text'),
  /** Asks whether to forward the proposals of a page. */
  pageAsk: press('kt.tt', 'page', 'text'),
  /** Forwards exactly these proposals, of one page. */
  page: press('kt.t', 'ids'),
  decline: press('kt.kt', 'id', 'text'),
  refuse: press('kt.kd', 'id', 'text'),
  reopen: press('kt.mo', 'id', 'text'),
  /** Chooses several proposals to forward or to decline. */
  several: press('kt.nh', 'text'),
  record: press('kt.qd', 'text'),
  /** Proposes on behalf of a unit. */
  add: press('kt.them', 'text'),
  addFor: press('kt.cho', 'id'),
  /** The decisions under a plan, on a page. */
  decisions: press('kt.ds', 'number', 'page'),
  decision: press('kt.q', 'id'),
  files: press('kt.tep', 'id'),
  mend: press('kt.sua', 'id'),
  takeBack: press('kt.huy', 'id'),
};
