import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx';
import { buildClosing } from './closing.ts';
import { buildCoreProperties } from './core-properties.ts';
import type { Closing, DocumentPart, DocumentSection, OfficialDocument } from './document.ts';
import { buildHead } from './head.ts';
import { pageTwips } from './measures.ts';
import {
  buildDottedLine,
  buildGap,
  buildMixedParagraph,
  buildParagraph,
  buildRule,
  takeLastLine,
} from './paragraphs.ts';
import { capitaliseAll, cleanPrintedText, splitPrintedLines } from './printed-text.ts';
import { buildTable } from './table.ts';

const font = 'Times New Roman';
const textSize = 14;
const pageNumberSize = 14;

/**
 * Writes a document as the bytes of a .docx. This file loads the library: import it only when a
 * document is made.
 */
export async function renderDocument(document: OfficialDocument): Promise<Buffer> {
  const file = new Document({
    styles: {
      default: {
        document: {
          run: { font, size: textSize * 2, color: '000000', language: { value: 'vi-VN' } },
        },
      },
    },
    sections: document.sections.map((section, index) => ({
      properties: {
        type: SectionType.NEXT_PAGE,
        // No number on the first page of the document.
        titlePage: index === 0,
        page: {
          size: {
            width: pageTwips.short,
            height: pageTwips.long,
            orientation:
              section.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: pageTwips.margins,
        },
      },
      headers: {
        default: new Header({ children: [buildPageNumber()] }),
        first: new Header({ children: [new Paragraph({ children: [] })] }),
      },
      children: renderSection(section),
    })),
  });
  // The library writes the machine's time; the program has a clock of its own.
  const overrides = [{ path: 'docProps/core.xml', data: buildCoreProperties(document) }];
  return await Packer.toBuffer(file, undefined, overrides);
}

function renderSection({ orientation, parts }: DocumentSection): (Paragraph | Table)[] {
  const width = pageTwips.text[orientation];
  const height = pageTwips.height[orientation];
  const children = parts.flatMap((part, index) => {
    const next = parts[index + 1];
    const closing = next?.part === 'closing' ? next : undefined;
    // A table has the signature in its last row.
    if (part.part === 'closing' && parts[index - 1]?.part === 'table') return [];
    return renderPart(part, { width, height, closing, last: next === undefined });
  });
  // A section cannot end with a table.
  return [...children, buildGap(1)];
}

interface Place {
  width: number;
  height: number;
  /** The signature, if it follows: it takes the last lines along to its page. */
  closing: Closing | undefined;
  /** Whether nothing follows in its section. */
  last: boolean;
}

function renderPart(part: DocumentPart, { width, height, closing, last }: Place): (Paragraph | Table)[] {
  const text = { size: textSize, align: 'justify', indented: true, after: 6, spacing: 1.1 } as const;
  switch (part.part) {
    case 'head':
      return [buildHead(part, width), buildGap(12)];
    case 'title': {
      const subject = part.subject ?? '';
      const bold = { size: textSize, bold: true, align: 'center' } as const;
      return [
        buildParagraph(capitaliseAll(part.name), { ...bold, before: 6 }),
        ...splitPrintedLines(subject).flatMap((line) =>
          line ? [buildParagraph(line, { ...bold, balancedIn: width })] : [],
        ),
        ...(subject
          ? [
              buildRule(
                takeLastLine(splitPrintedLines(subject).at(-1) ?? '', bold, width),
                ...([bold, 0.4, width] as const),
              ),
            ]
          : []),
        ...(part.notes ?? []).map((note) =>
          buildParagraph(note, { size: 13, italic: true, align: 'center' }),
        ),
        buildGap(8),
      ];
    }
    case 'grounds':
      return part.lines.map((line) => buildParagraph(line, { ...text, italic: true }));
    case 'addressees':
      return renderAddressees(part.bodies);
    case 'heading':
      return [
        buildParagraph(part.text, {
          ...text,
          bold: part.level < 3,
          italic: part.level === 3,
          keepNext: true,
        }),
      ];
    case 'text':
      return splitPrintedLines(part.text).map((line, index, { length }) =>
        buildParagraph(line, { ...text, keepNext: closing !== undefined && index === length - 1 }),
      );
    case 'room':
      return Array.from({ length: part.lines }, () => buildDottedLine(width));
    case 'table':
      return [buildTable(part, { width, height, closing }), ...(closing || last ? [] : [buildGap(10)])];
    case 'closing':
      return [buildGap(4, true), buildClosing(part, width)];
  }
}

/** One body stands in the line of *Kính gửi*, several in a list below it. */
function renderAddressees(bodies: string[]): Paragraph[] {
  const [only = '', ...more] = bodies;
  const look = { size: textSize, align: 'center', after: 6 } as const;
  if (more.length === 0) return [buildMixedParagraph([{ text: `Kính gửi: ${only}` }], look), buildGap(6)];
  return [
    buildParagraph('Kính gửi:', { ...look, after: 2 }),
    ...bodies.map((body, index) =>
      buildParagraph(`- ${cleanPrintedText(body)}${index === bodies.length - 1 ? '.' : ';'}`, {
        size: textSize,
        align: 'left',
        indented: true,
        after: 2,
      }),
    ),
    buildGap(6),
  ];
}

function buildPageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: pageNumberSize * 2 })],
  });
}
