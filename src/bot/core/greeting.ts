import { fold } from '../../text/fold.ts';

const greets = new Set(['chao', 'hello', 'helo', 'hi', 'hey', 'alo']);
/** Words around a greeting: its recipient, its sender, the time of day, courtesy. */
const around = new Set(
  (
    'xin kinh da vang thua em anh chi ban co chu bac ong ba thay chau con toi minh quy cac moi nguoi ca nha dong ' +
    'bot admin ad phong noi vu van can bo lanh dao buoi sang trua chieu ngay moi a ah nhe nha oi voi cua ' +
    'good morning afternoon evening everyone all there dear'
  ).split(' '),
);
const ofTheDay = /^good (?:morning|afternoon|evening)\b/;

/** Tells whether a text is only a greeting: "dạ em chào anh chị ạ", "hello". */
export function isGreeting(text: string): boolean {
  const typed = fold(text.replace(/[^\p{L}\p{M}\s]/gu, ' '));
  const words = typed.split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > 9) return false;
  const greeting = ofTheDay.test(typed) || words.some((word) => greets.has(word));
  return greeting && words.every((word) => greets.has(word) || around.has(word));
}
