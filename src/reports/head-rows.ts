import type { OfficialHead, Signers } from './official-head.ts';
import { columnsWithin, sheetSize } from './page.ts';
import { style } from './sheet-style.ts';
import { columnPoints, lineStarts, linesHeight, textWidth } from './text-size.ts';
import type { Merge, SheetCell, SheetRow } from './workbook.ts';

/** Rows written at once, with the cells merged in them. */
export interface Block {
  rows: SheetRow[];
  merges: Merge[];
}

interface Part {
  text: string;
  /** Points on paper. */
  size: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
}

const noBreakSpace = '\u00A0';

/**
 * Rows above a table, in a sheet that shrinks by `scale` on paper: the two-column head, the title
 * and what is under it.
 */
export function headBlock(
  head: OfficialHead,
  title: string,
  under: string[],
  widths: number[],
  scale: number,
): Block {
  const half = columnsWithin(widths, 0.42);
  const pair = (left: Part | undefined, right: Part | undefined) => halves(widths, scale, half, left, right);
  const full = (part: Part, air = 0) => across(widths, scale, part, air);
  return together([
    pair({ text: head.superior, size: 12 }, { text: head.nation, size: 12, bold: true }),
    pair({ text: head.issuer, size: 12, bold: true }, { text: head.motto, size: 13, bold: true }),
    // A rule of ⅓–½ the issuer's length, and one as long as the motto.
    pair(
      rule({ text: head.issuer, size: 12, bold: true }, 0.42),
      rule({ text: head.motto, size: 13, bold: true }, 1),
    ),
    pair(undefined, { text: head.placeAndDate, size: 13, italic: true }),
    full({ text: title, size: 14, bold: true }, 12),
    ...under.map((text, index) => full({ text, size: 12, italic: index > 0 })),
    blank(8),
  ]);
}

/** Rows below a table: the signature block, with room to sign. */
export function signatureBlock(signers: Signers, widths: number[], scale: number): Block {
  const half = columnsWithin(widths, 0.5);
  const pair = (left: Part | undefined, right: Part | undefined) => halves(widths, scale, half, left, right);
  return together([
    blank(12),
    pair({ text: signers.left, size: 13, bold: true }, { text: signers.right, size: 13, bold: true }),
    pair(
      { text: '(Ký, họ tên)', size: 12, italic: true },
      { text: '(Ký, họ tên, đóng dấu)', size: 12, italic: true },
    ),
    blank(sheetSize(66, scale)),
    pair(undefined, signers.rightName ? { text: signers.rightName, size: 13, bold: true } : undefined),
  ]);
}

/**
 * A rule drawn as underlined blanks: solid in every viewer, and as long as it should be whatever
 * the columns are.
 */
function rule({ text, size, bold }: Part, share: number): Part {
  const drawn = 5;
  const length = textWidth(text, { size, bold }) * share;
  const count = Math.max(1, Math.round(length / textWidth(noBreakSpace, { size: drawn })));
  return { text: noBreakSpace.repeat(count), size: drawn, underline: true };
}

function halves(widths: number[], scale: number, half: number, left?: Part, right?: Part): Block {
  const cells: (SheetCell | undefined)[] = [];
  cells[0] = left && cell(left, scale);
  cells[half] = right && cell(right, scale);
  const heights = [
    left ? partHeight(left, widths.slice(0, half), scale) : 0,
    right ? partHeight(right, widths.slice(half), scale) : 0,
  ];
  const merges: Merge[] = [
    { top: 0, left: 1, bottom: 0, right: half },
    { top: 0, left: half + 1, bottom: 0, right: widths.length },
  ];
  return {
    rows: [{ cells, height: Math.max(...heights, 4) }],
    merges: merges.filter(
      ({ left, right }, index) => left < right && [Boolean(cells[0]), Boolean(cells[half])][index],
    ),
  };
}

function across(widths: number[], scale: number, part: Part, air: number): Block {
  return {
    rows: [{ cells: [cell(part, scale)], height: partHeight(part, widths, scale) + air }],
    merges: [{ top: 0, left: 1, bottom: 0, right: widths.length }],
  };
}

function blank(height: number): Block {
  return { rows: [{ cells: [], height }], merges: [] };
}

function cell({ text, size, bold, italic, underline }: Part, scale: number): SheetCell {
  return {
    value: text,
    style: style({
      size: sheetSize(size, scale),
      bold,
      italic,
      underline,
      align: 'center',
      wrap: !underline,
    }),
  };
}

function partHeight(part: Part, widths: number[], scale: number): number {
  const font = { size: sheetSize(part.size, scale), bold: part.bold };
  if (part.underline) return linesHeight(1, font);
  const points = widths.reduce((sum, width) => sum + columnPoints(width), 0);
  return linesHeight(lineStarts(part.text, points, font).length, font);
}

function together(blocks: Block[]): Block {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  for (const block of blocks) {
    for (const merge of block.merges) {
      merges.push({ ...merge, top: merge.top + rows.length, bottom: merge.bottom + rows.length });
    }
    rows.push(...block.rows);
  }
  return { rows, merges };
}
