import type { OfficialHead, Signers } from './official-head.ts';
import { countColumnsWithin } from './page.ts';
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
  /** Left out: in the middle. */
  align?: 'left' | 'center';
}

const noBreakSpace = '\u00A0';

/** Builds the rows above a table: the two-column head, the title and the lines below it. */
export function buildHeadBlock(
  head: OfficialHead,
  title: string,
  under: string[],
  widths: number[],
): RowBlock {
  const cuts = [countColumnsWithin(widths, 0.42)];
  const pair = (...parts: (Part | undefined)[]) => side(widths, cuts, parts);
  const full = (part: Part, air = 0) => across(widths, part, air);
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
    pair(head.number ? { text: head.number, size: 13 } : undefined, {
      text: head.placeAndDate,
      size: 13,
      italic: true,
    }),
    full({ text: title, size: 14, bold: true }, 12),
    ...under.map((text, index) => full({ text, size: 12, italic: index > 0 })),
    blank(8),
  ]);
}

/** Points left free for a signature and a seal. */
const roomToSign = 66;

/**
 * Builds the rows below a table: who gets it, who made it, who signs, with room to sign. Each line
 * has a row of its own: LibreOffice drops a line break from a text that fits on one line.
 */
export function buildSignatureBlock(signers: Signers, widths: number[]): RowBlock {
  const first = countColumnsWithin(widths, 0.34);
  const cuts = [first, Math.max(first + 1, countColumnsWithin(widths, 0.64))];
  const list = listRecipients(signers.recipients);
  const maker: Part[] = [
    { text: signers.left, size: 13, bold: true },
    { text: '(Ký, họ tên)', size: 12, italic: true },
  ];
  const signer: Part[] = [
    ...signers.right.split('\n').map((text) => ({ text, size: 13, bold: true })),
    { text: '(Ký, họ tên, đóng dấu)', size: 12, italic: true },
  ];
  const titles = signer.map((part, at) => side(widths, cuts, [list[at], maker[at], part]));
  const more = list.slice(signer.length).map((part) => side(widths, cuts, [part]));
  const taken = more.reduce((sum, { rows }) => sum + (rows[0]?.height ?? 0), 0);
  const name = signers.rightName ? { text: signers.rightName, size: 13, bold: true } : undefined;
  return together([
    blank(12),
    ...titles,
    ...more,
    ...(taken < roomToSign ? [blank(roomToSign - taken)] : []),
    side(widths, cuts, [undefined, undefined, name]),
  ]);
}

/** Lists who gets the sheet: each line ends with a semicolon, the last with a full stop. */
function listRecipients(recipients: string[]): Part[] {
  if (recipients.length === 0) return [];
  const bodies = recipients.map((body) => body.replace(/(?<![;.,\s])[;.,\s]+$/, ''));
  return [
    { text: 'Nơi nhận:', size: 12, bold: true, italic: true, align: 'left' },
    ...bodies.map(
      (body, at): Part => ({
        text: `- ${body}${at === bodies.length - 1 ? '.' : ';'}`,
        size: 11,
        align: 'left',
      }),
    ),
  ];
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

/** A row of texts side by side: each after the first begins after so many columns. */
function side(widths: number[], cuts: number[], parts: (Part | undefined)[]): RowBlock {
  const cells: (SheetCell | undefined)[] = [];
  const merges: Merge[] = [];
  let height = 4;
  parts.forEach((part, at) => {
    if (!part) return;
    const from = cuts[at - 1] ?? 0;
    const to = cuts[at] ?? widths.length;
    cells[from] = cell(part);
    height = Math.max(height, partHeight(part, widths.slice(from, to)));
    if (to - from > 1) merges.push({ top: 0, left: from + 1, bottom: 0, right: to });
  });
  return { rows: [{ cells, height }], merges };
}

function across(widths: number[], part: Part, air: number): RowBlock {
  return {
    rows: [{ cells: [cell(part)], height: partHeight(part, widths) + air }],
    merges: [{ top: 0, left: 1, bottom: 0, right: widths.length }],
  };
}

function blank(height: number): RowBlock {
  return { rows: [{ cells: [], height }], merges: [] };
}

function cell({ text, size, bold, italic, underline, align = 'center' }: Part): SheetCell {
  return {
    value: text,
    style: createStyle({ size, bold, italic, underline, align, wrap: !underline }),
  };
}

function partHeight(part: Part, widths: number[]): number {
  const font = { size: part.size, bold: part.bold };
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
