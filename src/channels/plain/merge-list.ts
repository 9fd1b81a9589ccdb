import type { FormattedText } from '../bot-api/html-text.ts';
import type { Choice } from './menu.ts';
import { joined, piece } from './split.ts';

interface Asked {
  text: FormattedText;
  choices: Choice[];
}

/**
 * A list in the text, and buttons that repeat its lines in short, would be read twice: the list
 * becomes the menu. Where the buttons bring its numbers (`☐ 3. có tinh thần…`) each says its line
 * in full; where they bring none (`GLAR-2021-001 Làng Đê Kốp`) they keep their words and what their
 * line says besides stands below.
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
 * Undefined unless buttons without a number repeat, one by one, the lines of a list that something
 * introduces.
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
  // A button too few: the list says something that cannot be chosen.
  if (lines[first + listed.length]?.words.trim()) return undefined;
  return { text: without(text, listed), choices: merged };
}

/**
 * What a line says besides the label that it begins with: `CODE name – status`; undefined when it
 * is another's.
 */
function says(line: string, label: string): string | undefined {
  const { box, words } = readLabel(label);
  if (words === '' || !line.startsWith(words)) return undefined;
  const rest = line.slice(words.length);
  if (box + words !== label) return rest === '' ? '' : `…${rest.trimStart()}`;
  return rest === '' ? '' : /^ – (.*)$/.exec(rest)?.[1];
}

/** The text without these lines, which are in its order or not. */
function without(text: FormattedText, lines: Line[]): FormattedText {
  let rest: FormattedText = { text: '', entities: [] };
  let read = 0;
  for (const { start, end } of lines.toSorted((a, b) => a.start - b.start)) {
    rest = joined(rest, piece(text, read, start));
    read = end;
  }
  // Where the list stood between two paragraphs, one gap is enough.
  const gap = rest.text.endsWith('\n\n') ? (/^\n+/.exec(text.text.slice(read))?.[0].length ?? 0) : 0;
  rest = joined(rest, piece(text, read + gap, text.text.length));
  return piece(rest, 0, rest.text.trimEnd().length);
}

interface Line {
  words: string;
  start: number;
  /** Behind its line break. */
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

/** Every line, without a number that it begins with. */
function allLines(text: string): Line[] {
  return [...text.matchAll(/^(?:\d{1,3}\. )?(.*)(?:\n|$)/gm)].map((match) => ({
    words: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A label without its box and without the dots at its end. */
function readLabel(label: string): { box: string; words: string } {
  const box = /^[☐☑✓] ?/u.exec(label)?.[0] ?? '';
  return { box, words: label.slice(box.length).replace(/\s*…$/, '') };
}
