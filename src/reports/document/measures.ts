/** Twentieths of a point, the unit of Word for lengths. */
const twipsPerMillimetre = 1440 / 25.4;

/** Converts millimetres to twips. */
export function toTwips(millimetres: number): number {
  return Math.round(millimetres * twipsPerMillimetre);
}

/** Converts points to twips. */
export function pointsToTwips(points: number): number {
  return Math.round(points * 20);
}

const margins = { top: 20, bottom: 20, left: 30, right: 15, header: 10, footer: 10 };

/** The pages of a section in twips: A4 and the margins of Decree 30/2020, Appendix I. */
export const pageTwips = {
  /** The short and the long edge. */
  short: toTwips(210),
  long: toTwips(297),
  margins: {
    top: toTwips(margins.top),
    bottom: toTwips(margins.bottom),
    left: toTwips(margins.left),
    right: toTwips(margins.right),
    header: toTwips(margins.header),
    footer: toTwips(margins.footer),
  },
  /** The width between the margins. */
  text: {
    portrait: toTwips(210 - margins.left - margins.right),
    landscape: toTwips(297 - margins.left - margins.right),
  },
  /** The height between the margins. */
  height: {
    portrait: toTwips(297 - margins.top - margins.bottom),
    landscape: toTwips(210 - margins.top - margins.bottom),
  },
};

/** Room between a cell's line and its text, in twips. */
export const cellPadding = 80;

/** Divides `whole` by shares, without a remainder. */
export function divideByShares(whole: number, shares: number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  let given = 0;
  let taken = 0;
  return shares.map((share) => {
    given += share;
    const until = Math.round((whole * given) / sum);
    const width = until - taken;
    taken = until;
    return width;
  });
}

/** The columns left and right of the middle, and how many of them each declared column takes. */
export interface HalvedGrid {
  halves: [left: number[], right: number[]];
  spans: number[];
}

/** Divides the column across the middle in two, so that a row of two halves fits below. */
export function halveGrid(widths: number[]): HalvedGrid {
  const middle = Math.round(widths.reduce((sum, each) => sum + each, 0) / 2);
  const halves: HalvedGrid['halves'] = [[], []];
  let until = 0;
  const spans = widths.map((width) => {
    const before = Math.min(Math.max(middle - until, 0), width);
    until += width;
    if (before > 0) halves[0].push(before);
    if (before < width) halves[1].push(width - before);
    return before > 0 && before < width ? 2 : 1;
  });
  return { halves, spans };
}
