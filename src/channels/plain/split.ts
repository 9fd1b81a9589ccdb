import { graphemes } from '../../text/graphemes.ts';
import type { FormattedText } from '../bot-api/html-text.ts';

/** A break that would leave less than this share of a part is skipped for a finer one. */
const leastShare = 0.4;

/**
 * Splits a text into parts of at most `longest`, as `measure` counts them. It cuts between
 * paragraphs, else between lines, else between words, never inside a character. Bold text continues
 * in bold. A text that fits is one part.
 */
export function splitFormattedText(
  whole: FormattedText,
  longest: number,
  measure: (part: FormattedText) => number = ({ text }) => text.length,
): FormattedText[] {
  const parts: FormattedText[] = [];
  let rest = whole;
  while (rest.text.length > 0 && measure(rest) > longest) {
    const end = cutAt(rest, longest, measure);
    parts.push(trimEnd(sliceText(rest, 0, end)));
    rest = trimStart(sliceText(rest, end, rest.text.length));
  }
  if (rest.text.length > 0 || parts.length === 0) parts.push(rest);
  return parts.filter(({ text }, i) => text.length > 0 || i === 0);
}

/** The longest beginning that fits, cut at the best place in it. */
function cutAt(rest: FormattedText, longest: number, measure: (part: FormattedText) => number): number {
  const room = longestFitting(rest, longest, measure);
  const window = rest.text.slice(0, room);
  for (const [mark, keep] of [
    ['\n\n', 0],
    ['\n', 0],
    ['. ', 1],
    [' ', 0],
  ] as const) {
    const at = window.lastIndexOf(mark);
    if (at >= room * leastShare) return at + keep;
  }
  return wholeCharacters(rest.text, room);
}

function longestFitting(
  rest: FormattedText,
  longest: number,
  measure: (part: FormattedText) => number,
): number {
  let low = 1;
  let high = Math.min(rest.text.length, longest);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(sliceText(rest, 0, middle)) <= longest) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The last end of a character at or before `room`; a single character longer than `room` is cut
 * between its code points.
 */
function wholeCharacters(text: string, room: number): number {
  // Longer than any character: the segmenter need not read the whole text.
  const from = Math.max(0, room - 200);
  let end = 0;
  for (const { index } of graphemes.segment(text.slice(from, room + 200))) {
    if (from + index > room) break;
    end = from + index;
  }
  if (end > from) return end;
  const low = text.charCodeAt(room);
  return Math.max(1, low >= 0xdc00 && low <= 0xdfff ? room - 1 : room);
}

/** Returns a section of a text with its entities. */
export function sliceText({ text, entities }: FormattedText, start: number, end: number): FormattedText {
  return {
    text: text.slice(start, end),
    entities: entities.flatMap((entity) => {
      const from = Math.max(entity.offset, start);
      const to = Math.min(entity.offset + entity.length, end);
      return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
    }),
  };
}

function trimEnd(part: FormattedText): FormattedText {
  return sliceText(part, 0, part.text.trimEnd().length);
}

function trimStart(part: FormattedText): FormattedText {
  return sliceText(part, part.text.length - part.text.trimStart().length, part.text.length);
}

/** Joins two texts. */
export function joinTexts(first: FormattedText, second: FormattedText): FormattedText {
  return {
    text: first.text + second.text,
    entities: [
      ...first.entities,
      ...second.entities.map((entity) => ({ ...entity, offset: entity.offset + first.text.length })),
    ],
  };
}
