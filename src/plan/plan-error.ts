import type { Locale } from '../i18n.ts';
import { sayMistake } from './mistake.ts';

/** A mistake in a file as an operator reads it: the file and line, the entry, what is wrong. */
export interface FileMistake {
  /** `file:line`, or the file alone; empty: of no place. */
  place: string;
  /** The entry, as `duties.0.due`; left out or empty: none. */
  path?: string;
  /** The sentence about it, as `tellMistake` writes it. */
  says: string;
}

/** Thrown for a plan, units or calendar file that cannot be used, with every mistake found. */
export class PlanError extends Error {
  readonly mistakes: FileMistake[];
  /** The mistakes in English, one `file:line: entry: what is wrong` each. */
  readonly lines: string[];

  constructor(mistakes: FileMistake[]) {
    const lines = sayLines('en', mistakes);
    super(lines.join('\n'));
    this.name = 'PlanError';
    this.mistakes = mistakes;
    this.lines = lines;
  }

  /** Each mistake in English, and indented under it the same in Vietnamese. */
  get linesInBoth(): string[] {
    return this.mistakes.flatMap(({ says }, i) => [
      this.lines[i] ?? '',
      `  → ${onOneLine(sayMistake('vi', says))}`,
    ]);
  }

  /** Writes the mistakes in a language, one line each, as `lines` are. */
  linesIn(locale: Locale): string[] {
    return sayLines(locale, this.mistakes);
  }
}

function sayLines(locale: Locale, mistakes: FileMistake[]): string[] {
  return mistakes.map(({ place, path = '', says }) =>
    [place, path, onOneLine(sayMistake(locale, says))].filter((part) => part !== '').join(': '),
  );
}

/** Writes a text on one line of at most 300 characters. */
export function onOneLine(text: string): string {
  return text.replaceAll(/(?<!\s)\s*\n\s*/g, ' ').slice(0, 300);
}
