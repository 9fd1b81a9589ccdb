import {
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { noLines } from './borders.ts';
import type { DocumentHead } from './document.ts';
import { divideByShares } from './measures.ts';
import { buildParagraph, buildRule, takeLastLine } from './paragraphs.ts';
import { capitaliseAll } from './printed-text.ts';

const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';

/** Builds the two-column head in `width` twips. */
export function buildHead(head: DocumentHead, width: number): Table {
  const wide = [7, 10];
  const [left = 0, right = 0] = divideByShares(width, wide);
  const issuer = capitaliseAll(head.issuer);
  const body = { size: 12.5, bold: true };
  const of = { size: 13, bold: true };
  const row = (columns: [Paragraph[], Paragraph[]]) =>
    new TableRow({
      cantSplit: true,
      children: columns.map(
        (children, index) =>
          new TableCell({
            children,
            width: { size: index === 0 ? left : right, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.TOP,
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [left, right],
    borders: noLines,
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0, top: 0, bottom: 0 },
    rows: [
      row([
        [
          ...(head.superior
            ? [
                buildParagraph(capitaliseAll(head.superior), {
                  ...{ size: 12.5, align: 'center', balancedIn: left },
                }),
              ]
            : []),
          buildParagraph(issuer, { ...body, align: 'center', balancedIn: left }),
          // A third to a half of the issuer's length; of a long one, of its last line.
          buildRule(takeLastLine(issuer, body, left), body, 0.42, left),
        ],
        [
          buildParagraph(nation, { size: 12.5, bold: true, align: 'center' }),
          buildParagraph(motto, { ...of, align: 'center' }),
          buildRule(motto, of, 1, right),
        ],
      ]),
      row([
        [
          buildParagraph(head.number ?? '', { size: 13, align: 'center' }),
          ...(head.subject ? [buildParagraph(head.subject, { size: 12, align: 'center' })] : []),
        ],
        [buildParagraph(head.placeAndDate, { size: 13.5, italic: true, align: 'center' })],
      ]),
    ],
  });
}
