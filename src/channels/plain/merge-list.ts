import type { FormattedText } from '../bot-api/html-text.ts';
import type { Choice } from './menu.ts';
import { joined, piece } from './split.ts';

/**
 * A question with a numbered list, and buttons that repeat its lines in short (`☐ 3. có tinh thần…`), would be read twice:
 * the list becomes the menu, with each line in full. Unless every numbered button has its line, both stay as they are.
 */
export function mergeList(
  text: FormattedText,
  choices: Choice[],
): { text: FormattedText; choices: Choice[] } {
  const lines = numberedLines(text.text);
  const merged = choices.map((choice) => {
    const { box, words } = readLabel(choice.label);
    const line = lines.get(choice.mark);
    return choice.own && line?.words.startsWith(words) ? { choice, box, line } : { choice };
  });
  if (merged.every(({ line }) => !line) || merged.some(({ choice, line }) => choice.own && !line))
    return { text, choices };
  let rest: FormattedText = { text: '', entities: [] };
  let read = 0;
  for (const { line } of merged.toSorted((a, b) => (a.line?.start ?? 0) - (b.line?.start ?? 0))) {
    if (!line) continue;
    rest = joined(rest, piece(text, read, line.start));
    read = line.end;
  }
  rest = joined(rest, piece(text, read, text.text.length));
  return {
    text: piece(rest, 0, rest.text.trimEnd().length),
    choices: merged.map(({ choice, box, line }) => (line ? { ...choice, label: box + line.words } : choice)),
  };
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

/** A label without its box and without the dots at its end. */
function readLabel(label: string): { box: string; words: string } {
  const box = /^[☐☑✓] ?/u.exec(label)?.[0] ?? '';
  return { box, words: label.slice(box.length).replace(/\s*…$/, '') };
}
