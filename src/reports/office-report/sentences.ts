import { cleanPrintedText } from '../document/printed-text.ts';

/** Takes the first sentences of a text, at most `most`; a short one ends with a full stop. */
export function takeSentences(text: string, most: number): string {
  const line = cleanPrintedText(text).replace(/\s+/g, ' ').trim();
  const sentences = [...new Intl.Segmenter('vi', { granularity: 'sentence' }).segment(line)];
  const taken = sentences
    .slice(0, most)
    .map(({ segment }) => segment)
    .join('')
    .trim();
  return /[.!?…]$/.test(taken) || taken === '' ? taken : `${taken}.`;
}

/** Writes a share in per cent with a comma, as Vietnamese documents do; 0 of nothing. */
export function writePercent(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
  return `${String(percent).replace('.', ',')}%`;
}

/** Writes a whole number with points between the thousands, as Vietnamese documents do. */
export function writeCount(count: number): string {
  return count.toLocaleString('vi-VN');
}

/** Says by how much a number grew or fell: `tăng 12`, `giảm 3`, `không thay đổi`. */
export function writeChange(now: number, before: number): string {
  if (now === before) return 'không thay đổi';
  return now > before ? `tăng ${now - before}` : `giảm ${before - now}`;
}
