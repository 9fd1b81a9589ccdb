import { press } from '../../core/press.ts';

/** The buttons of the conference. A decision names the line of the history on its screen. */
export const conferencePresses = {
  /** Shows a page of the ranking: plan, page. */
  list: press('hn', 'id', 'page'),
  /** Shows a page of a part of the ranking: plan, page, filter (`ranking-filter.ts`). */
  filtered: press('hn.loc', 'id', 'page', 'text'),
  /** Shows one nomination. */
  open: press('hn.xem', 'id'),
  choose: press('hn.chon', 'id', 'revision'),
  /** Leaves one out, with a reason. */
  drop: press('hn.bo', 'id', 'revision'),
  /** Writes why one was chosen. */
  explain: press('hn.lydo', 'id', 'revision'),
  /** Shows the next nomination that waits, after this one. */
  next: press('hn.tiep', 'id'),
  /** Nominates for a unit: plan. */
  nominate: press('hn.gt', 'id'),
  /** Says how many delegates go: plan. */
  number: press('hn.so', 'id'),
};
