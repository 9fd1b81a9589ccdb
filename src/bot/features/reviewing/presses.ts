import { press } from '../../core/press.ts';

/**
 * The buttons of reviewing. A button holds the filter of its queue, in the format of `filter.ts`
 * (37 characters at most), so that turning pages, deciding and continuing keep it.
 */
export const presses = {
  /** Page and filter. */
  queue: press('duyet.q', 'page', 'text'),
  /** The filters of the queue. */
  filters: press('duyet.f', 'text'),
  /** Units, kinds, categories with waiting items: page (of units) and the filter to extend. */
  units: press('duyet.fu', 'page', 'text'),
  kinds: press('duyet.fk', 'text'),
  categories: press('duyet.fc', 'text'),
  /** Asks whether to approve the exemplars of a page. */
  allAsk: press('duyet.pa', 'page', 'text'),
  /**
   * Approves exactly these exemplars, unless one changed after the last line of history that was
   * shown.
   */
  all: press('duyet.a3', 'ids', 'revision'),
  see: press('duyet.see', 'id', 'text'),
  files: press('duyet.files', 'id'),
  criteria: press('duyet.tc', 'id', 'text'),
  /** A similar exemplar and the one under review to go back to; the filter. */
  similar: press('duyet.like', 'ids', 'text'),
  next: press('duyet.go', 'id', 'text'),
  /** Decisions name the revision on the screen: later changes are shown first. */
  approve: press('duyet.y', 'id', 'revision', 'text'),
  back: press('duyet.r', 'id', 'revision', 'text'),
  reject: press('duyet.n', 'id', 'revision', 'text'),
  reopen: press('duyet.mo', 'id', 'text'),
};

/** The buttons for a document in the queue. */
export const documentPresses = {
  see: press('vb.see', 'id', 'text'),
  accept: press('vb.yes', 'id', 'text'),
  back: press('vb.ret', 'id', 'text'),
  reopen: press('vb.mo', 'id', 'text'),
  next: press('vb.go', 'id', 'text'),
};

/**
 * Buttons as earlier versions wrote them, which are still in chats. Those of the first release have
 * no filter; none says which revision was shown.
 */
export const oldPresses = {
  /** Page, and unit (0: all). */
  queue: press('duyet', 'page', 'number'),
  units: press('duyet.units'),
  allAsk: press('duyet.all', 'page', 'number'),
  allNamed: press('duyet.all2', 'ids'),
  open: press('duyet.open', 'id'),
  next: press('duyet.next', 'id'),
  approve: press('duyet.ok', 'id'),
  back: press('duyet.back', 'id'),
  reject: press('duyet.no', 'id'),
  approveKept: press('duyet.yes', 'id', 'text'),
  backKept: press('duyet.ret', 'id', 'text'),
  rejectKept: press('duyet.rej', 'id', 'text'),
};
