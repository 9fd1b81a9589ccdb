import type { FormattedText } from '../bot-api/html-text.ts';
import type { Choice } from './menu.ts';
import { joinTexts, sliceText } from './split.ts';

interface Asked {
  text: FormattedText;
  choices: Choice[];
}

/**
 * Merges a list in the text with the buttons that repeat its lines in short. Shown separately,
 * people would read both. Where the buttons have the list's numbers (`☐ 3. có tinh thần…`), each
 * shows its line in full; where they have none (`GLAR-2021-001 Làng Đê Kốp`), they keep their
 * words, with the rest of the line below.
 */
export function mergeList(text: FormattedText, choices: Choice[]): Asked {
  return mergeNumbered(text, choices) ?? mergeNamed(text, choices) ?? { text, choices };
}

/** Undefined unless every numbered button has its line. */
function mergeNumbered(text: FormattedText, choices: Choice[]): Asked | undefined {
  const lines = numberedLines(text.text);
  const merged = choices.map((choice) => {
    const { box, words } = readLabel(choice.label);
    const line = lines.get(choice.mark);
    return choice.own && line?.words.startsWith(words) ? { choice, box, line } : { choice };
  });
  if (merged.every(({ line }) => !line) || merged.some(({ choice, line }) => choice.own && !line))
    return undefined;
  return {
    text: without(
      text,
      merged.flatMap(({ line }) => line ?? []),
    ),
    choices: merged.map(({ choice, box, line }) => (line ? { ...choice, label: box + line.words } : choice)),
  };
}

/**
 * Undefined unless buttons without a number repeat, in order, the lines of a list after an
 * introduction.
 */
function mergeNamed(text: FormattedText, choices: Choice[]): Asked | undefined {
  const lines = allLines(text.text);
  const first = lines.findIndex(
    ({ words }, i) =>
      lines[i - 1]?.words.endsWith(':') && choices.some(({ label }) => says(words, label) !== undefined),
  );
  const from = choices.findIndex(({ label }) => says(lines[first]?.words ?? '', label) !== undefined);
  if (from < 0) return undefined;
  const listed: Line[] = [];
  const merged = choices.map((choice, i) => {
    const line = i === from + listed.length ? lines[first + listed.length] : undefined;
    const more = line && says(line.words, choice.label);
    if (!line || more === undefined) return choice;
    listed.push(line);
    return more === '' ? choice : { ...choice, detail: more };
  });
  // One button is missing: the list has a line that cannot be chosen.
  if (lines[first + listed.length]?.words.trim()) return undefined;
  return { text: without(text, listed), choices: merged };
}

/**
 * The rest of a line after the label at its start: `CODE name – status`; undefined for another
 * label.
 */
function says(line: string, label: string): string | undefined {
  const { box, words } = readLabel(label);
  if (words === '' || !line.startsWith(words)) return undefined;
  const rest = line.slice(words.length);
  if (box + words !== label) return rest === '' ? '' : `…${rest.trimStart()}`;
  return rest === '' ? '' : /^ – (.*)$/.exec(rest)?.[1];
}

/** Removes these lines from the text; they may be in any order. */
function without(text: FormattedText, lines: Line[]): FormattedText {
  let rest: FormattedText = { text: '', entities: [] };
  let read = 0;
  for (const { start, end } of lines.toSorted((a, b) => a.start - b.start)) {
    rest = joinTexts(rest, sliceText(text, read, start));
    read = end;
  }
  // Where the list was between two paragraphs, one gap is enough.
  const gap = rest.text.endsWith('\n\n') ? (/^\n+/.exec(text.text.slice(read))?.[0].length ?? 0) : 0;
  rest = joinTexts(rest, sliceText(text, read + gap, text.text.length));
  return sliceText(rest, 0, rest.text.trimEnd().length);
}

interface Line {
  words: string;
  start: number;
  /** After its line break. */
  end: number;
}

function numberedLines(text: string): Map<string, Line> {
  return new Map(
    [...text.matchAll(/^(\d{1,2})\. (.+)(?:\n|$)/gm)].map((match) => [
      match[1] ?? '',
      { words: match[2] ?? '', start: match.index, end: match.index + match[0].length },
    ]),
  );
}

/** Lists every line, without the number at its start. */
function allLines(text: string): Line[] {
  return [...text.matchAll(/^(?:\d{1,3}\. )?(.*)(?:\n|$)/gm)].map((match) => ({
    words: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Splits a label into its box and its words, without the dots at the end. */
function readLabel(label: string): { box: string; words: string } {
  const box = /^[☐☑✓] ?/u.exec(label)?.[0] ?? '';
  return { box, words: label.slice(box.length).replace(/(?<!\s)\s*…$/, '') };
}
