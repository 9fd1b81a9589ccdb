import { press } from '../../press.ts';

/**
 * The buttons of reviewing. A button carries the filter of the queue that it came from, in the words of `filter.ts` (37
 * characters at most), so that turning pages, deciding and going on keep it.
 */
export const presses = {
  /** Page and filter. */
  queue: press('duyet.q', 'number', 'text'),
  /** The ways of narrowing the queue. */
  filters: press('duyet.f', 'text'),
  /** Units, kinds, categories with something waiting: page (of units) and the filter to narrow. */
  units: press('duyet.fu', 'number', 'text'),
  kinds: press('duyet.fk', 'text'),
  categories: press('duyet.fc', 'text'),
  /** Asks whether to approve the exemplars of a page. */
  allAsk: press('duyet.pa', 'number', 'text'),
  /** Approves exactly these exemplars: their ids in base 36. */
  all: press('duyet.all2', 'text'),
  see: press('duyet.see', 'number', 'text'),
  files: press('duyet.files', 'number'),
  criteria: press('duyet.tc', 'number', 'text'),
  /** A similar exemplar, and the one under review to go back to (`pairOf`). */
  similar: press('duyet.like', 'text', 'text'),
  next: press('duyet.go', 'number', 'text'),
  approve: press('duyet.yes', 'number', 'text'),
  back: press('duyet.ret', 'number', 'text'),
  reject: press('duyet.rej', 'number', 'text'),
  reopen: press('duyet.mo', 'number', 'text'),
};

/** The buttons for a document in the queue. */
export const documentPresses = {
  see: press('vb.see', 'number', 'text'),
  accept: press('vb.yes', 'number', 'text'),
  back: press('vb.ret', 'number', 'text'),
  reopen: press('vb.mo', 'number', 'text'),
  next: press('vb.go', 'number', 'text'),
};

/** Buttons as the first release wrote them: they stay in chats, and go on working without a filter. */
export const oldPresses = {
  /** Page, and unit (0: all). */
  queue: press('duyet', 'number', 'number'),
  units: press('duyet.units'),
  allAsk: press('duyet.all', 'number', 'number'),
  open: press('duyet.open', 'number'),
  next: press('duyet.next', 'number'),
  approve: press('duyet.ok', 'number'),
  back: press('duyet.back', 'number'),
  reject: press('duyet.no', 'number'),
};

/** Two ids in one part of a button. */
export function pairOf(first: number, second: number): string {
  return `${first.toString(36)}.${second.toString(36)}`;
}

/** The two ids again; undefined when the button is damaged. */
export function readPair(text: string): [number, number] | undefined {
  const [, first = '', second = ''] = /^([0-9a-z]{1,6})\.([0-9a-z]{1,6})$/.exec(text) ?? [];
  const ids = [first, second].map((part) => Number.parseInt(part, 36));
  const [one = Number.NaN, two = Number.NaN] = ids;
  return ids.every((id) => id > 0 && id < 2 ** 31) ? [one, two] : undefined;
}
