/** How a cell looks; plain data, shared by all cells that look alike. Colours are left out: everything is black. */
export interface CellStyle {
  font: { name: string; size: number; bold?: boolean; italic?: boolean; underline?: boolean };
  alignment: {
    horizontal?: 'left' | 'center' | 'right' | 'justify';
    vertical: 'top' | 'middle' | 'bottom';
    wrapText?: boolean;
  };
  border?: Record<'top' | 'left' | 'bottom' | 'right', { style: 'thin' }>;
  numFmt?: string;
}

export type Horizontal = NonNullable<CellStyle['alignment']['horizontal']>;

const thin = { style: 'thin' } as const;
const box = { top: thin, left: thin, bottom: thin, right: thin };

interface Look {
  size: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  align?: Horizontal;
  vertical?: 'top' | 'middle' | 'bottom';
  wrap?: boolean;
  boxed?: boolean;
  format?: string;
}

/** A style of the office's typeface; wrapped and centred in height unless said otherwise. */
export function style(look: Look): CellStyle {
  const { size, bold, italic, underline, align, vertical = 'middle', wrap = true, boxed, format } = look;
  return {
    font: { name: 'Times New Roman', size, bold, italic, underline },
    alignment: { horizontal: align, vertical, wrapText: wrap },
    ...(boxed ? { border: box } : {}),
    ...(format ? { numFmt: format } : {}),
  };
}

/** Number format of Excel that keeps what is typed as text. */
export const textFormat = '@';
