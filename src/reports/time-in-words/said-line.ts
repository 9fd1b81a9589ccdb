import { withoutAccents } from '../../text/without-accents.ts';

/**
 * A line of which words are taken. Patterns are matched with its plain form: small letters without
 * accents, each at the place of its letter.
 */
export class SaidLine {
  #said: string;
  #plain: string;

  constructor(typed: string) {
    this.#said = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
    this.#plain = [...this.#said].map(plainLetter).join('');
  }

  /** The words that are left, as typed. */
  get rest(): string {
    return this.#said;
  }

  /** Finds a pattern. `said` are its words as typed, and `take` replaces them. */
  find(pattern: RegExp): (Found & { take(by?: string): void }) | undefined {
    const found = pattern.exec(this.#plain);
    if (!found) return undefined;
    const { 0: plain, index } = found;
    const said = this.#said.slice(index, index + plain.length);
    return {
      groups: found.slice(1),
      said: said.trim(),
      take: (by = '') => this.#replace(index, plain.length, by),
    };
  }

  /** Takes a pattern out, and puts other words at its place. */
  take(pattern: RegExp, by = ''): Found | undefined {
    const found = this.find(pattern);
    found?.take(by);
    return found;
  }

  /** Adds words at the end. */
  append(words: string): void {
    this.#replace(this.#said.length, 0, words);
  }

  #replace(from: number, length: number, by: string): void {
    const before = this.#said.slice(0, from).trimEnd();
    const after = this.#said.slice(from + length).trimStart();
    this.#said = [before, by, after].filter((one) => one !== '').join(' ');
    this.#plain = [...this.#said].map(plainLetter).join('');
  }
}

/** Words of a line that match a pattern. */
export interface Found {
  /** The parts of the pattern in brackets, plain; undefined where one is missing. */
  groups: (string | undefined)[];
  /** As typed. */
  said: string;
}

function plainLetter(letter: string): string {
  const plain = withoutAccents(letter).toLowerCase();
  return plain.length === letter.length ? plain : letter;
}
