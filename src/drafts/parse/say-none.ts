import { readingsOf } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { parseYesNo } from './parse-yes-no.ts';

const not = '(?:khong|ko|k|kg|khg|hong|hok|chua)';
/** "Không có ảnh", "chưa kịp chụp", "không có số biên bản". */
const nothing = new RegExp(
  `^${not}(?: (?:co|con|kip|chup|lap|ghi|luu|them|gap)){0,3}(?: (?:anh|hinh|hinh anh|tep|file|minh chung|tai lieu|giay to|so|so may|so dien thoai|dien thoai|bien ban|so bien ban|link|lien ket|kho khan|vuong mac|kho khan,? vuong mac|kien nghi|de xuat|kien nghi,? de xuat|y kien|yeu cau|bai hoc|ai|san))?(?: (?:gi|cai nao|nao|ca|het|dang ke)){0,3}$`,
);
const leftOut = new Set(
  'de trong|bo trong|bo qua cau nay|qua cau khac|qua cau sau|cau nay bo qua|khong ghi|khong dien|thoi bo qua'.split(
    '|',
  ),
);

/**
 * Tells whether a text leaves out an answer that may be left out: "không có", "chưa có ảnh", "để
 * trống". Courtesy is ignored. "Không nhớ" does not: the person may look it up.
 */
export function saysNone(text: string): boolean {
  const meant = parseYesNo(text);
  if (meant.ok) return !meant.value;
  return readingsOf(text)
    .map(fold)
    .some((said) => nothing.test(said) || leftOut.has(said));
}

/** "Không đạt cái nào", "không đề nghị ai", "không tiêu chí nào". */
const noLine = new RegExp(
  `^${not}(?: (?:co|dat|chon|thuoc|de nghi|dang ky|xet|muon))*(?: (?:cai|dong|muc|tieu chi|phong trao|dien hinh|ca nhan|tap the|ai|gi))?(?: nao)?(?: ca| het)?$`,
);

/** Tells whether a text names no line of a list: "không có cái nào", "không đề nghị ai". */
export function saysNoLine(text: string): boolean {
  return readingsOf(text)
    .map(fold)
    .some((said) => noLine.test(said));
}

const notYet =
  /^(?:chua|sap|dang cho|cho|(?:ngay )?mai|(?:ngay )?mot|tuan sau|thang sau|hom sau|bua sau)(?: (?:moi|se))?(?: (?:hop|co|to chuc|dien ra|suy ton|den ngay|toi ngay|lam|xet|binh xet|den|toi))?(?: (?:duoc|hop|dan|ngay|bien ban|ngay hop|suy ton))*$/;

/** Tells whether a text says that it is still to come: "chưa họp", "mai mới họp". */
export function saysNotYet(text: string): boolean {
  return readingsOf(text)
    .map(fold)
    .some((said) => notYet.test(said));
}
