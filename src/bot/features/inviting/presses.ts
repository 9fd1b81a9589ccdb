import { press } from '../../press.ts';

/** Buttons of /moi. */
export const invitePresses = {
  withdraw: press('moi.off', 'number'),
  again: press('moi.tiep'),
  unused: press('moi.ma', 'number'),
  taken: press('moi.da', 'number'),
  open: press('moi.xem', 'number'),
};
