/**
 * The look of a cell; plain data, shared by all cells that look alike. No colours: everything is
 * black.
 */
export interface CellStyle {
  font: { name: string; size: number; bold?: boolean; italic?: boolean; underline?: boolean };
  alignment: {
    horizontal?: 'left' | 'center' | 'right' | 'justify';
    vertical: 'top' | 'middle' | 'bottom';
    wrapText?: boolean;
    shrinkToFit?: boolean;
  };
  border?: Partial<Record<'top' | 'left' | 'bottom' | 'right', { style: 'thin' }>>;
  numFmt?: string;
}

/** The horizontal alignment of a cell. */
export type Horizontal = NonNullable<CellStyle['alignment']['horizontal']>;

const thin = { style: 'thin' } as const;
const lines = { top: thin, bottom: thin };
const boxes = {
  around: { ...lines, left: thin, right: thin },
  start: { ...lines, left: thin },
  middle: lines,
  end: { ...lines, right: thin },
};

interface Look {
  size: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  align?: Horizontal;
  vertical?: 'top' | 'middle' | 'bottom';
  wrap?: boolean;
  /** Makes a text that does not fit smaller, where it is not wrapped. */
  shrink?: boolean;
  /** Thin lines: all around, or those of a cell in a row of cells that look like one. */
  boxed?: keyof typeof boxes;
  format?: string;
}

/**
 * Builds a style in the office's typeface; wrapped and vertically centred unless given otherwise.
 */
export function createStyle(look: Look): CellStyle {
  const { size, bold, italic, underline, align, vertical = 'middle', shrink, boxed, format } = look;
  const wrap = look.wrap ?? !shrink;
  return {
    font: { name: 'Times New Roman', size, bold, italic, underline },
    alignment: { horizontal: align, vertical, wrapText: wrap, ...(shrink && { shrinkToFit: true }) },
    ...(boxed ? { border: boxes[boxed] } : {}),
    ...(format ? { numFmt: format } : {}),
  };
}

/**
 * Writes a number format of Vietnamese: a comma before tenths, a point between thousands. Programs
 * that know no languages of formats take the computer's own.
 */
export function formatInVietnamese(format: string): string {
  return `[$-42A]${format}`;
}

/** Excel's number format that keeps typed text as text. */
export const textFormat = '@';
