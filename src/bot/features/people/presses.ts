import { press } from '../../press.ts';

/** Buttons of /nguoidung. */
export const peoplePresses = {
  /** A page of those whom these words find. */
  list: press('nguoidung.ds', 'number', 'text'),
  search: press('nguoidung.tim'),
  open: press('nguoidung.xem', 'number'),
  endRole: press('nguoidung.vaitro', 'number'),
  moveUnit: press('nguoidung.donvi', 'number'),
  removeAccount: press('nguoidung.go', 'number'),
  newCode: press('nguoidung.ma', 'number'),
  history: press('nguoidung.ls', 'number', 'number'),
};
