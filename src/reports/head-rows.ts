import type { OfficialHead, Signers } from './official-head.ts';
import { computeSheetSize, countColumnsWithin } from './page.ts';
import { createStyle } from './sheet-style.ts';
import { findLineStarts, measureColumn, measureLines, measureText } from './text-size.ts';
import type { Merge, SheetCell, WorkbookRow } from './workbook.ts';

/** Rows written together, with their merged cells. */
export interface RowBlock {
  rows: WorkbookRow[];
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
 * Builds the rows above a table, in a sheet that shrinks by `scale` on paper. They are the
 * two-column head, the title and the lines below it.
 */
export function buildHeadBlock(
  head: OfficialHead,
  title: string,
  under: string[],
  widths: number[],
  scale: number,
): RowBlock {
  const half = countColumnsWithin(widths, 0.42);
  const pair = (left: Part | undefined, right: Part | undefined) => halves(widths, scale, half, left, right);
  const full = (part: Part, air = 0) => across(widths, scale, part, air);
  return together([
    pair(head.superior ? { text: head.superior, size: 12 } : undefined, {
      text: head.nation,
      size: 12,
      bold: true,
    }),
    pair({ text: head.issuer, size: 12, bold: true }, { text: head.motto, size: 13, bold: true }),
    // A rule of a third to half the issuer's length, and one as long as the motto.
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

/**
 * Builds the rows below a table: the signature block, with room to sign. Each line of the title has
 * a row of its own: LibreOffice drops a line break from a text that fits on one line.
 */
export function buildSignatureBlock(signers: Signers, widths: number[], scale: number): RowBlock {
  const half = countColumnsWithin(widths, 0.5);
  const pair = (left: Part | undefined, right: Part | undefined) => halves(widths, scale, half, left, right);
  return together([
    blank(12),
    ...signers.right.split('\n').map((text, line) =>
      pair(line === 0 ? { text: signers.left, size: 13, bold: true } : undefined, {
        text,
        size: 13,
        bold: true,
      }),
    ),
    pair(
      { text: '(Ký, họ tên)', size: 12, italic: true },
      { text: '(Ký, họ tên, đóng dấu)', size: 12, italic: true },
    ),
    blank(computeSheetSize(66, scale)),
    pair(undefined, signers.rightName ? { text: signers.rightName, size: 13, bold: true } : undefined),
  ]);
}

/**
 * A rule drawn as underlined blanks: solid in every viewer, and of the right length for any
 * columns.
 */
function rule({ text, size, bold }: Part, share: number): Part {
  const drawn = 5;
  const length = measureText(text, { size, bold }) * share;
  const count = Math.max(1, Math.round(length / measureText(noBreakSpace, { size: drawn })));
  return { text: noBreakSpace.repeat(count), size: drawn, underline: true };
}

function halves(widths: number[], scale: number, half: number, left?: Part, right?: Part): RowBlock {
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

function across(widths: number[], scale: number, part: Part, air: number): RowBlock {
  return {
    rows: [{ cells: [cell(part, scale)], height: partHeight(part, widths, scale) + air }],
    merges: [{ top: 0, left: 1, bottom: 0, right: widths.length }],
  };
}

function blank(height: number): RowBlock {
  return { rows: [{ cells: [], height }], merges: [] };
}

function cell({ text, size, bold, italic, underline }: Part, scale: number): SheetCell {
  return {
    value: text,
    style: createStyle({
      size: computeSheetSize(size, scale),
      bold,
      italic,
      underline,
      align: 'center',
      wrap: !underline,
    }),
  };
}

function partHeight(part: Part, widths: number[], scale: number): number {
  const font = { size: computeSheetSize(part.size, scale), bold: part.bold };
  if (part.underline) return measureLines(1, font);
  const points = widths.reduce((sum, width) => sum + measureColumn(width), 0);
  return measureLines(findLineStarts(part.text, points, font).length, font);
}

function together(blocks: RowBlock[]): RowBlock {
  const rows: WorkbookRow[] = [];
  const merges: Merge[] = [];
  for (const block of blocks) {
    for (const merge of block.merges) {
      merges.push({ ...merge, top: merge.top + rows.length, bottom: merge.bottom + rows.length });
    }
    rows.push(...block.rows);
  }
  return { rows, merges };
}
