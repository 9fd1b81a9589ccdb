import {
  AlignmentType,
  BorderStyle,
  LeaderType,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { findLineStarts, measureText } from '../text-size.ts';
import { pointsToTwips, toTwips } from './measures.ts';
import { cleanPrintedText } from './printed-text.ts';

/** The look of one paragraph. */
export interface ParagraphLook {
  /** Points. */
  size: number;
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center' | 'right' | 'justify';
  /** Indents the first line by 10 mm. */
  indented?: boolean;
  /** Points above and below. */
  before?: number;
  after?: number;
  /** Line spacing; 1 is single. */
  spacing?: number;
  /**
   * The room in twips in which its lines are made about equally long: a name of two lines does not
   * leave one word alone.
   */
  balancedIn?: number;
  /** Keeps it on the page of the paragraph after it. */
  keepNext?: boolean;
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  // Word's own: the last line of a paragraph is not stretched.
  justify: AlignmentType.BOTH,
};

/** Builds one paragraph of one line of text. */
export function buildParagraph(text: string, look: ParagraphLook): Paragraph {
  return new Paragraph({
    children: [buildRun(text, look)],
    ...layOut(look),
    ...(look.indented ? { indent: { firstLine: toTwips(10) } } : {}),
    ...(look.balancedIn === undefined ? {} : { indent: findBalancedIndent(text, look, look.balancedIn) }),
  });
}

/** Points that the measure of a line is at most too wide: less room would break it once more. */
const slack = 1;

/**
 * Finds the least room, in points, in which a text has no more lines than in `room` points. Its
 * lines are then about equally long.
 */
function findBalancedRoom(text: string, font: { size: number; bold?: boolean }, room: number): number {
  const lines = findLineStarts(text, room, font).length;
  if (lines === 1) return room;
  let [least, most] = [0, room];
  while (most - least > slack) {
    const middle = (least + most) / 2;
    if (findLineStarts(text, middle, font).length > lines) least = middle;
    else most = middle;
  }
  return most;
}

function findBalancedIndent(
  text: string,
  font: ParagraphLook,
  room: number,
): { left: number; right: number } {
  const points = room / 20;
  const side = Math.floor(pointsToTwips((points - findBalancedRoom(text, font, points)) / 2));
  return { left: side, right: side };
}

/** Takes the last line of a text that is balanced in `room` twips. */
export function takeLastLine(text: string, font: { size: number; bold?: boolean }, room: number): string {
  return text.slice(findLineStarts(text, findBalancedRoom(text, font, room / 20), font).at(-1));
}

/** Builds a paragraph of parts with their own weight, such as a bold label and its text. */
export function buildMixedParagraph(
  parts: { text: string; bold?: boolean; italic?: boolean }[],
  look: ParagraphLook,
): Paragraph {
  return new Paragraph({
    children: parts.map(({ text, bold, italic }) => buildRun(text, { size: look.size, bold, italic })),
    ...layOut(look),
    ...(look.indented ? { indent: { firstLine: toTwips(10) } } : {}),
  });
}

/**
 * Builds a rule under a line of text, as long as `share` of it. The rule stands in the middle of
 * `room` twips.
 */
export function buildRule(text: string, font: { size: number; bold?: boolean }, share: number, room: number) {
  const length = Math.min(room, pointsToTwips(measureText(text, font) * share));
  const side = Math.max(0, Math.round((room - length) / 2));
  return new Paragraph({
    children: [],
    indent: { left: side, right: side },
    // Low: the rule stands right under the text.
    spacing: { before: 0, after: 60, line: 40, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
  });
}

/** Builds a dotted line from margin to margin, `width` twips wide. */
export function buildDottedLine(width: number): Paragraph {
  return new Paragraph({
    children: [new TextRun({ children: [new Tab()], size: 28 })],
    tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
    spacing: { before: 0, after: pointsToTwips(6) },
  });
}

/** Builds an empty paragraph `points` high; `keepNext` keeps it on the page of what follows. */
export function buildGap(points: number, keepNext = false): Paragraph {
  return new Paragraph({
    children: [],
    ...(keepNext ? { keepNext } : {}),
    spacing: { before: 0, after: 0, line: pointsToTwips(points), lineRule: LineRuleType.EXACT },
  });
}

function buildRun(text: string, { size, bold, italic }: Pick<ParagraphLook, 'size' | 'bold' | 'italic'>) {
  return new TextRun({
    text: cleanPrintedText(text).replace(/[\t\n]/g, ' '),
    size: Math.round(size * 2),
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: italic } : {}),
  });
}

function layOut({ align = 'left', before = 0, after = 0, spacing = 1, keepNext }: ParagraphLook) {
  return {
    alignment: alignments[align],
    spacing: {
      before: pointsToTwips(before),
      after: pointsToTwips(after),
      line: Math.round(240 * spacing),
      lineRule: LineRuleType.AUTO,
    },
    ...(keepNext ? { keepNext } : {}),
  };
}
