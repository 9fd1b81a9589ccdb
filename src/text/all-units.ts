import { fold } from './fold.ts';

const everything =
  /(?<![a-z0-9])(?:toan (?:huyen|bo|tinh|xa|phuong|dia ban|thanh pho|thi xa|thi tran|nganh|truong|trung tam|benh vien|co quan|don vi|cong ty)|tat ca(?: cac)?(?: don vi| xa| co quan)?|(?:cac|nhung|tung|moi) don vi|cac xa|^don vi$|het(?: cac don vi)?|all(?: the)?(?: units)?|every(?: unit|thing)?|whole (?:district|province|city|sector|school|hospital|cent(?:re|er)|office))(?![a-z0-9])/g;
const joining = /^(?:(?:cua|trong|cho|ve|o|tai|theo|den|voi|va|of|for|in|the)(?: |$))+$|^[\s,.-]+$/;

/** Words without those that mean every unit ("toàn huyện"), and whether there were any. */
export function withoutEverything(words: string): { all: boolean; rest: string } {
  // "CA huyện" is the police: only with its accent does it mean all.
  const folded = fold(
    words.replace(
      /cả (?=huyện|tỉnh|xã|phường|địa bàn|thành phố|thị xã|thị trấn|ngành|trường|trung tâm|bệnh viện|cơ quan|công ty)/giu,
      'toàn ',
    ),
  );
  const rest = folded.replace(everything, ' ').replace(/\s+/g, ' ').trim();
  if (rest === folded) return { all: false, rest: joining.test(folded) ? '' : words };
  return { all: true, rest: joining.test(rest) ? '' : rest };
}
