import { press } from '../../core/press.ts';

/** Buttons of /moi. */
export const invitePresses = {
  withdraw: press('moi.off', 'id'),
  again: press('moi.tiep'),
  unused: press('moi.ma', 'page'),
  taken: press('moi.da', 'page'),
  open: press('moi.xem', 'id'),
};
