import { press } from '../../core/press.ts';

/** Buttons of /nguoidung. */
export const peoplePresses = {
  /** A page of the people whom these words find. */
  list: press('nguoidung.ds', 'page', 'text'),
  search: press('nguoidung.tim'),
  open: press('nguoidung.xem', 'id'),
  endRole: press('nguoidung.vaitro', 'id'),
  moveUnit: press('nguoidung.donvi', 'id'),
  removeAccount: press('nguoidung.go', 'id'),
  newCode: press('nguoidung.ma', 'id'),
  history: press('nguoidung.ls', 'id', 'page'),
};
