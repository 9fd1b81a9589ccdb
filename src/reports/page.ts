// Margins of Decree 30/2020, Appendix I: top and bottom 20-25 mm, left 30-35, right 15-20.
const millimetresPerInch = 25.4;
const inches = (millimetres: number) => millimetres / millimetresPerInch;
const points = (millimetres: number) => inches(millimetres) * 72;

/** Margins in inches, as a sheet stores them. */
export const margins = {
  left: inches(30),
  right: inches(15),
  top: inches(20),
  bottom: inches(20),
  header: inches(9),
  footer: inches(9),
};

/** The paper of a sheet. A table with more columns than A4 can show legibly takes A3. */
export type Paper = 'a4' | 'a3';

/** How a page is turned. */
export type Orientation = 'portrait' | 'landscape';

const sides: Record<Paper, { short: number; long: number }> = {
  a4: { short: 210, long: 297 },
  a3: { short: 297, long: 420 },
};

/** Measures the room between the margins of a page, in points. */
export function measurePage(paper: Paper, orientation: Orientation): { width: number; height: number } {
  const { short, long } = sides[paper];
  const [wide, high] = orientation === 'portrait' ? [short, long] : [long, short];
  return { width: points(wide - 45), height: points(high - 40) };
}

/**
 * Points of one character of a column's width, in the program that draws it widest. LibreOffice
 * takes half the default font's size, 5.5, and Excel 5.25.
 */
const widestCharacter = 5.55;

/**
 * Scales widths of columns so that together they fill a page `width` points wide. Nothing shrinks
 * on paper then, and text has the size that its style says. No column gets less than it needs
 * (`least`, in characters), as long as all of that fits.
 */
export function fitWidths(columnWidths: number[], width: number, least: number[] = []): number[] {
  const room = width / widestCharacter;
  const narrow = new Set<number>();
  const needed = (at: number) => least[at] ?? 0;
  for (;;) {
    let free = room;
    let wide = 0;
    for (const [at, each] of columnWidths.entries())
      if (narrow.has(at)) free -= needed(at);
      else wide += each;
    const factor = free / wide;
    const tooNarrow = columnWidths.flatMap((each, at) =>
      !narrow.has(at) && each * factor < needed(at) ? [at] : [],
    );
    if (free <= 0 || tooNarrow.length === 0 || narrow.size + tooNarrow.length === columnWidths.length)
      return columnWidths.map(
        (each, at) => Math.floor((narrow.has(at) ? needed(at) : each * factor) * 100) / 100,
      );
    for (const at of tooNarrow) narrow.add(at);
  }
}

/** Finds after how many columns about `share` of the width ends: at least one, never all. */
export function countColumnsWithin(columnWidths: number[], share: number): number {
  const wide = columnWidths.reduce((sum, each) => sum + each, 0) * share;
  let sum = 0;
  let count = 0;
  for (const width of columnWidths) {
    if (count > 0 && sum + width / 2 > wide) break;
    sum += width;
    count++;
  }
  return Math.min(count, columnWidths.length - 1);
}
