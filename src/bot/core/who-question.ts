import { fold } from '../../text/fold.ts';

/**
 * A question for the units in some state, folded: "ai chưa nộp", "những xã nào còn thiếu", "còn mấy
 * đơn vị chưa gửi".
 */
const question =
  /^(?:(?:hien|hien nay|bay gio|the|vay|cho den nay|den nay) )*(?:con )?(?:(?:nhung|cac|nhung ai|bao nhieu|may) )*(don vi|xa|phuong|thi tran|co quan|phong ban|phong|truong|hoi|doan the|ai)(?: nao)? (?:(?:con|van|dang|bi|ma|hien) )*?((?:chua|con thieu|thieu|con no|no|nop|khong nop|tre|cham|muon|qua han|da|du|dat)(?: |$))/;
const asks = /^(?:.* )?(?:nao|bao nhieu|may|ai) /;
/** A state that people say with one word, in the words of the lists. */
const oneWord: Record<string, string> = {
  ...{ tre: 'nộp chậm', cham: 'nộp chậm', muon: 'nộp chậm' },
  ...{ thieu: 'còn thiếu', no: 'chưa nộp', 'con no': 'chưa nộp' },
};

/**
 * Writes a question for units as the words "đơn vị nào" of /tiendo understand it: "xã nào còn
 * thiếu" is "đơn vị nào các xã còn thiếu". Undefined: it is no such question.
 */
export function asUnitQuestion(text: string): string | undefined {
  const words = text.trim().split(/\s+/);
  const folded = words.map(fold).join(' ');
  const [whole, of = '', state = ''] = question.exec(folded) ?? [];
  const asked = whole?.slice(0, whole.length - state.length).trim();
  if (asked === undefined || !asks.test(`${asked} `)) return undefined;
  const rest = words
    .slice(asked.split(' ').length)
    .join(' ')
    .replace(/(?<![?!.…])[?!.…]+$/, '')
    .trim();
  const kind = of === 'don vi' || of === 'ai' ? '' : `các ${of} `;
  return `đơn vị nào ${kind}${oneWord[fold(rest)] ?? rest}`;
}

const who = /^(?:\S+ ){0,3}?(?:(?:don vi|xa|phuong|thi tran|co quan|phong|truong|hoi) nao|ai)(?: |$)/;
const otherWork =
  /(?:^| )(?:giup do|ho tro|kho khan|vuong mac|khen|bang khen|giay khen|boi duong|nhac|don doc|tuyen truyen|gioi thieu|hoi nghi|nhan rong|dau moi|vao bot|ket noi)(?: |$)/;

/** "Hồ sơ nào chưa duyệt" is of the queue, and no exemplar's name. */
const ofReview =
  /^(?:\S+ ){0,3}?ho so (?:\S+ ){0,6}?(?:chua duyet|duyet chua|cho duyet|bi tra|tra lai)(?: |$)/;

/**
 * Tells whether a question for units or people is about other work than handing in: "đơn vị nào cần
 * giúp đỡ", "ai được nhắc rồi".
 */
export function asksOfOtherWork(text: string): boolean {
  const folded = fold(text);
  return (who.test(folded) && otherWork.test(folded)) || ofReview.test(folded);
}
