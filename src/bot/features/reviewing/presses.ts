import { press } from '../../press.ts';

/** The buttons of reviewing. `queue`: page and unit (0: all). */
export const presses = {
  queue: press('duyet', 'number', 'number'),
  units: press('duyet.units'),
  allAsk: press('duyet.all', 'number', 'number'),
  all: press('duyet.all2', 'text'),
  open: press('duyet.open', 'number'),
  files: press('duyet.files', 'number'),
  next: press('duyet.next', 'number'),
  approve: press('duyet.ok', 'number'),
  back: press('duyet.back', 'number'),
  reject: press('duyet.no', 'number'),
};
