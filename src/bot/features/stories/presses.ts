import { press } from '../../core/press.ts';

/** The buttons of an exemplar's story. */
export const storyPresses = {
  open: press('hs', 'id'),
  print: press('hs.in', 'id'),
  timeline: press('hs.dt', 'id'),
  files: press('hs.tep', 'id'),
};
