import { fold } from '../text/fold.ts';

const withAccents =
  /(?<!\p{L})(?:đài|loa|truyền thanh|truyền hình|phát thanh|phát sóng|ti vi|tivi|tv|radio|podcast|vtv\d*|vov\d*|bản tin (?:sáng|trưa|chiều|tối))(?!\p{L})/iu;
/** Without accents "dai hoi" is a congress, and "dai bieu" a delegate. */
const plain =
  /(?<![a-z])(?:dai (?=huyen|xa|tinh|phat|truyen|ptth|pt|tt|vov|vtv)|dai$|loa|truyen thanh|truyen hinh|phat thanh|phat song|ti vi|tivi|tv|radio|podcast|vtv\d*|vov\d*)/;

/**
 * Tells whether a medium is one that broadcasts: a station, loudspeakers, television. Publicity
 * there is counted in broadcasts and minutes (Plan 101, V.2).
 */
export function isBroadcast(medium: string): boolean {
  const text = medium.normalize('NFC');
  return withAccents.test(text) || (fold(text) === text.toLowerCase() && plain.test(fold(text)));
}
