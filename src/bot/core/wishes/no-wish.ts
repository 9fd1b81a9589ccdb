import { readSpeech } from '../../../text/speech.ts';
import { phrase } from './wish.ts';

const agreed =
  'ok|oke|okay|okie|uh|um|vang|da|duoc|roi|duoc roi|tot|tot lam|hay lam|gioi|chuan|dung roi|ro|ro roi|da ro|da hieu|hieu roi|biet roi|khong co gi|khong co gi dau|khong sao|xong|xong roi|the thoi|vay thoi|khong xem nua|khong can nua|thoi khong|chuc|chuc mung|cam on|thanks|thank you|great|good|good job|well done|fine|got it|thats all|that is all|nothing';
const around =
  'ngay moi|ngay|tot lanh|buoi|sang|chieu|vui ve|suc khoe|em|anh|chi|toi|minh|nhe|nha|a|bot|ban|the|vay|qua|lam|dau|thoi|nhieu|do|day|all';
const split = (phrases: string) =>
  phrases
    .split('|')
    .map((one) => one.split(' '))
    .sort((a, b) => b.length - a.length);
const agreements = split(agreed);
const others = split(around);

/** Tells whether a sentence only agrees: "ok em", "tốt lắm", "được rồi nhé", "k có j đâu". */
export function isAgreement(text: string): boolean {
  const words = readSpeech(text).folded.split(' ');
  const at = (from: number) => (phrase: string[]) => phrase.every((word, i) => words[from + i] === word);
  let agrees = false;
  for (let from = 0; from < words.length; ) {
    const found = agreements.find(at(from));
    const length = (found ?? others.find(at(from)))?.length;
    if (length === undefined) return false;
    if (found) agrees = true;
    from += length;
  }
  return agrees;
}

const refused = phrase(
  '(?:dung|khoan|khoi|chua can|khong can|chua voi|dung voi|don ?t|dont|do not)(?: \\S+){0,2}? (?:nhac|don doc|duyet|phe duyet|gui thong bao|moi|lui|gia han|sua|xoa|dong|ket thuc|sap nhap|giuc|remind|approve|invite|close|send)',
);

/** Tells whether a sentence asks not to do an officer's work: "đừng duyệt vội", "khỏi nhắc". */
export function refusesWork(text: string): boolean {
  return refused.test(readSpeech(text).folded);
}
