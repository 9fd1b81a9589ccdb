/**
 * Widths of Times New Roman (and of Liberation Serif, which has the same) in thousandths of the
 * size.
 */
const runs: [string, number][] = [
  ["'", 180],
  ['|', 200],
  [' ,.\u00A0', 250],
  ['/:;\\ijlt', 278],
  ['!()-[]`frI\u2018\u2019', 333],
  ['sJ', 389],
  ['"', 408],
  ['?acez\u201C\u201D', 444],
  ['^', 469],
  ['{}', 480],
  ['#$*0123456789_bdghknopquvxyđ\u2013«»', 500],
  ['ơ', 530],
  ['~', 541],
  ['FPS', 556],
  ['+<=>', 564],
  ['ư', 580],
  ['ELTZ', 611],
  ['BCR', 667],
  ['ADGHKNOQUVXYwĐ', 722],
  ['&m', 778],
  ['Ơ', 780],
  ['%Ư', 833],
  ['M', 889],
  ['@', 921],
  ['W', 944],
  ['\u2014…', 1000],
];

const widths = (() => {
  const table = new Uint16Array(65_536).fill(1000);
  const known = new Map(runs.flatMap(([letters, width]) => [...letters].map((c) => [c, width] as const)));
  for (let code = 0x20; code < 0x2100; code++) {
    const letter = String.fromCharCode(code);
    table[code] = known.get(letter) ?? known.get(baseLetter(letter)) ?? 722;
  }
  // Marks above the letter before them take no room.
  table.fill(0, 0x0300, 0x0370);
  return table;
})();

/** The letter without tone and accent; the horns of ơ and ư, which widen it, stay. */
function baseLetter(letter: string): string {
  const [base = letter, ...marks] = letter.normalize('NFD');
  return marks.includes('\u031B') ? `${base}\u031B`.normalize('NFC') : base;
}

/** A font's size and weight. */
export interface Font {
  /** Points. */
  size: number;
  bold?: boolean;
}

/** Room that Excel keeps free at the sides of a cell, in points. */
const padding = 5;

/** Measures the width of a line of text, in points. */
export function measureText(text: string, { size, bold }: Font): number {
  let thousandths = 0;
  for (let at = 0; at < text.length; at++) thousandths += widths[text.charCodeAt(at)] ?? 1000;
  return (thousandths * size * (bold ? 1.07 : 1)) / 1000;
}

/** Finds the widest of some texts; empty where there are none. */
export function findWidest(texts: string[]): string {
  const measured = texts.map((text) => ({ text, width: measureText(text, { size: 10 }) }));
  return measured.reduce((widest, one) => (one.width > widest.width ? one : widest), { text: '', width: 0 })
    .text;
}

/** Converts a column's width in Excel characters to points (7 px each at 96 dpi). */
export function measureColumn(width: number): number {
  return width * 5.25;
}

/** Computes the width in Excel characters of a column that shows `points` of text on one line. */
export function widthOfText(points: number): number {
  return (points / 0.96 + padding) / 5.25;
}

/** Computes the height of `lines` lines of text in points, with Excel's space around a row. */
export function measureLines(lines: number, { size }: Font): number {
  return Math.ceil(lines * size * 1.2 + 3);
}

/**
 * Tells whether the code at `at` belongs to the sign before it: half of a pair, an accent, a part
 * of a picture.
 */
function continuesLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x300) return false;
  if (code < 0x370 || code === joiner || text.charCodeAt(at - 1) === joiner) return true;
  if (isWithin(code, 0xdc00, 0xdfff) || isWithin(code, 0xfe00, 0xfe0f)) return true;
  // A box around a digit, the region of a flag.
  if (code === 0x20e3 || code === 0xdb40) return true;
  // A tone of skin.
  return code === 0xd83c && isWithin(text.charCodeAt(at + 1), 0xdffb, 0xdfff);
}

const joiner = 0x200d;
const isWithin = (code: number, from: number, to: number) => from <= code && code <= to;

/**
 * Finds where the lines begin when `text` is wrapped in a cell `points` wide. It breaks between
 * words, inside a word only where it is longer than the line. It overestimates slightly, so that a
 * row of this height never cuts a line.
 */
export function findLineStarts(text: string, points: number, font: Font): number[] {
  const room = ((points - padding) * 0.96 * 1000) / (font.size * (font.bold ? 1.07 : 1));
  const starts = [0];
  let used = 0;
  let wordFrom = 0;
  let wordUsed = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      starts.push(at + 1);
      used = wordUsed = 0;
      wordFrom = at + 1;
      continue;
    }
    const width = widths[code] ?? 1000;
    const blank = code === 32;
    // A blank that does not fit extends beyond the end of its line.
    if (used + width > room && !blank && used > 0 && !continuesLetter(text, at)) {
      const whole = wordFrom > (starts.at(-1) ?? 0);
      starts.push(whole ? wordFrom : at);
      used = whole ? wordUsed : 0;
      // The word may be too long for a line of its own as well.
      const tooLong = whole && used > 0 && used + width > room;
      if (tooLong) {
        starts.push(at);
        used = 0;
      }
      if (!whole || tooLong) {
        wordFrom = at;
        wordUsed = 0;
      }
    }
    used += width;
    wordUsed += width;
    if (blank) {
      wordFrom = at + 1;
      wordUsed = 0;
    }
  }
  return starts;
}
