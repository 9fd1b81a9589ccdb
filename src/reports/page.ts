import { measureColumn } from './text-size.ts';

// A4 of Decree 30/2020, Appendix I: top and bottom 20-25 mm, left 30-35, right 15-20.
const millimetresPerInch = 25.4;
const inches = (millimetres: number) => millimetres / millimetresPerInch;

/** Margins in inches, as a sheet stores them. */
export const margins = {
  left: inches(30),
  right: inches(15),
  top: inches(20),
  bottom: inches(20),
  header: inches(9),
  footer: inches(9),
};

/** Points between the margins. */
export const printable = {
  landscape: {
    width: ((297 - 45) / millimetresPerInch) * 72,
    height: ((210 - 40) / millimetresPerInch) * 72,
  },
  portrait: { width: ((210 - 45) / millimetresPerInch) * 72, height: ((297 - 40) / millimetresPerInch) * 72 },
};

/** Computes the factor by which a sheet shrinks to fit the page's width; 1: not at all. */
export function computePrintScale(columnWidths: number[], width: number): number {
  const wide = columnWidths.reduce((sum, each) => sum + measureColumn(each), 0);
  return Math.min(1, width / wide);
}

/** Computes the size in the sheet that prints as `printed` points on paper. */
export function computeSheetSize(printed: number, scale: number): number {
  return Math.round(printed / scale);
}

/**
 * Counts the columns that make up about `share` of the width: where the left half of the head ends.
 */
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
