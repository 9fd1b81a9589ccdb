import { type DutyOfPlan, readDuty, readOccurrence, writeDuty } from '../../duties/duty-code.ts';
import type { Access } from '../../people/rights.ts';
import { type Occurrence, oneOff } from '../../plan/occurrence.ts';
import type { BotContext } from './context.ts';
import { parseIds, parsePage, parseShortCount, parseWhole, writeIds } from './press-numbers.ts';
import type { PressRight } from './rights.ts';

/**
 * A part between the colons of a button's data. `id`: a row's number, from 1. `maybeId`: such a
 * number, or null, written as 0. `number`: a count or a year. `page`: a page from 0, clamped to the
 * existing ones. `text`: codes of ASCII signs, or nothing. `ids`: rows' numbers, at least one.
 * `revision`: a line of an exemplar's history, 0 for none, in base 36. `duty`: a duty of a plan;
 * without `@` it is one of the first plan, as buttons of earlier releases are. `occurrence`: which
 * time of a duty, 0 for one that is due once.
 */
export type Part = 'id' | 'maybeId' | 'number' | 'page' | 'text' | 'ids' | 'revision' | 'duty' | 'occurrence';

interface Parsed {
  text: string;
  ids: number[];
  maybeId: number | null;
  duty: DutyOfPlan;
  occurrence: Occurrence;
}
type Value<P extends Part> = P extends keyof Parsed ? Parsed[P] : number;
type Values<P extends readonly Part[]> = { -readonly [K in keyof P]: Value<P[K]> };

/**
 * A kind of button: how its data is written and read. A *press* is declared once and used where the
 * button is shown and where it is handled.
 */
export interface Press<A extends unknown[]> {
  /** Its first part: unique among all kinds. */
  readonly name: string;
  /** The parts after the name. */
  readonly parts: readonly Part[];
  /** Writes the data of a button, at most 64 bytes. */
  data(...args: A): string;
  /** Reads a press; undefined when the data is another button's or damaged. */
  read(data: string): A | undefined;
}

/** Declares a kind of button: `press('duyet.ok', 'id')` writes and reads `duyet.ok:12`. */
export function press<const P extends readonly Part[]>(name: string, ...parts: P): Press<Values<P>> {
  return {
    name,
    parts,
    data(...args) {
      const data = [name, ...args.map((arg, i) => write(arg, parts[i]))].join(':');
      if (Buffer.byteLength(data) > 64) throw new Error(`button data too long: ${data}`);
      return data;
    },
    read(data) {
      const [first, ...given] = data.split(':');
      if (first !== name || given.length !== parts.length) return undefined;
      // Of several parts the first says of what: with nothing in them the data is damaged.
      if (parts.length > 1 && given.join('') === '') return undefined;
      const args = parts.map((part, i) => readers[part](given[i] ?? ''));
      return hasAll<P>(args) ? args : undefined;
    },
  };
}

const readers: Record<Part, (text: string) => Parsed[keyof Parsed] | number | undefined> = {
  id: (text) => parseWhole(text, 1),
  maybeId: (text) => (text === '0' ? null : parseWhole(text, 1)),
  number: (text) => parseWhole(text, 0),
  page: parsePage,
  // Printable: a control character could not be stored in the database.
  text: (text) => (/^[\x21-\x7e]*$/.test(text) ? text : undefined),
  ids: parseIds,
  revision: parseShortCount,
  duty: readDuty,
  occurrence: readOccurrence,
};

function write(value: unknown, part: Part | undefined): string {
  if (isDuty(value)) return writeDuty(value);
  if (value === null || (part === 'occurrence' && value === oneOff)) return '0';
  if (part === 'revision') return Number(value).toString(36);
  return Array.isArray(value) ? writeIds(value.map(Number)) : String(value);
}

function isDuty(value: unknown): value is DutyOfPlan {
  return typeof value === 'object' && value !== null && 'planId' in value && 'duty' in value;
}

/** Each part was read by its own reader: only a missing one remains to check. */
function hasAll<P extends readonly Part[]>(args: unknown[]): args is Values<P> {
  return !args.includes(undefined);
}

type Handler<A extends unknown[]> = (ctx: BotContext, ...args: A) => Promise<unknown>;

/** The table to which features add their buttons. */
export interface Presses {
  /**
   * Adds a kind with its right and its handler. Throws when its name is taken: only one of two
   * handlers could be reached.
   */
  add<A extends unknown[]>(kind: Press<A>, may: PressRight<NoInfer<A>>, handle: Handler<A>): void;
}

/**
 * Registers the handler of a kind of button, with the right to press it. The right may depend on
 * the button's object. It is checked before the handler runs, which need not ask again.
 */
export function onPress<A extends unknown[]>(
  presses: Presses,
  kind: Press<A>,
  may: Access | PressRight<NoInfer<A>>,
  handle: Handler<A>,
): void {
  presses.add(kind, typeof may === 'string' ? { right: may } : may, handle);
}
