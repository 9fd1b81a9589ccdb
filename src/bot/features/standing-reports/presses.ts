import { press } from '../../core/press.ts';

/** The buttons of /dinhky. */
export const standingPresses = {
  list: press('dinhky'),
  add: press('dinhky.them'),
  end: press('dinhky.thoi', 'id'),
};
