import { readingsOf, withoutTelex } from '../text/courtesy.ts';
import { fold } from '../text/fold.ts';
import { searchName } from '../text/search-name.ts';
import { findOfficialName } from './everyday-names.ts';
import type { Unit } from './units.ts';

/** Letters of the longest name, its district and the words before it: no longer text is a unit. */
const longestUnitWords = 300;

/**
 * Lists the units that typed words can mean, best first. The code or a whole name means that unit
 * only; otherwise every unit whose name has the words, whole, in their order ("hội phụ nữ", "ha").
 * Accents, case, apostrophes, spaces ("Sơ Mei"), courtesy, "UBND xã …" and everyday names do not
 * matter; parts of words never match.
 */
export function matchUnits(units: Unit[], typed: string): Unit[] {
  // "Huyện" alone is the whole district.
  if (/^(?:huyen|tinh|toan huyen)?$/.test(fold(typed))) return [];
  const readings = readingsOf(typed, { requests: true }).filter(({ length }) => length <= longestUnitWords);
  const said = new Set(readings.flatMap(wordings));
  const longest = units.reduce((most, unit) => Math.max(most, keysOf(unit).longest), 0);
  for (const wording of said) {
    // More letters than any name has: no unit need be compared.
    for (const level of sound(wording).length > longest ? [] : levels) {
      const means = level(wording);
      const found = units.filter((unit) => means(keysOf(unit)));
      if (found.length > 0) return found;
    }
    const found = ofDistrict(units, wording);
    if (found.length > 0) return found;
  }
  return (
    [...said].map((wording) => misspelt(units, wording, longest)).find((found) => found.length > 0) ?? []
  );
}

/**
 * Tells whether words name a unit surely enough to leave out the other words of a sentence. They
 * are several, or one that is its whole short name or code: "hỏa" of "sao hỏa" is no unit.
 */
export function isSurelyNamed(unit: Unit, words: string): boolean {
  const said = searchName(words);
  return said.includes(' ') || [unit.code, unit.name, unit.short].some((name) => searchName(name) === said);
}

/**
 * The unit that the words before its district's name mean: "Huyện Đoàn Đak Đoa". The township has
 * the name of the district.
 */
function ofDistrict(units: Unit[], wording: string): Unit[] {
  const names = units.flatMap((unit) => keysOf(unit).names);
  const towns = names.filter((name) => name.startsWith('thi tran '));
  const district = towns
    .map((name) => sound(name.replace(placeKinds, '')))
    .find((name) => name.length > 3 && sound(wording).endsWith(name));
  if (district === undefined) return [];
  const words = wording.split(' ');
  const length = words.findLastIndex((_, i) => sound(words.slice(i).join(' ')) === district);
  if (length < 2) return [];
  const before = words.slice(0, length).join(' ');
  const said = [before, findOfficialName(before) ?? before];
  return (
    levels
      .map((level) => said.map(level))
      .map((each) => units.filter((unit) => each.some((means) => means(keysOf(unit)))))
      .find((found) => found.length === 1) ?? []
  );
}

/** Units whose names have these words when left-over keys of the Telex input method are removed. */
function misspelt(units: Unit[], wording: string, longest: number): Unit[] {
  const wanted = compact(withoutTelex(wording));
  if (wanted.length < 4 || wanted.length > longest) return [];
  return units.filter((unit) => keysOf(unit).repaired.has(wanted));
}

/**
 * The keys for comparing a unit, each made once: a list of many units is compared with many words.
 * Each name has words without accents, abbreviations written out; a *run* is words of a name in a
 * row, without their spaces.
 */
class UnitKeys {
  readonly code: string;
  readonly names: string[];
  /** Letters of the longest of them. */
  readonly longest: number;
  #words: string[][] | undefined;
  #wholes: Set<string> | undefined;
  #starts: Set<string> | undefined;
  #runs: Set<string> | undefined;
  #sounds: Set<string> | undefined;
  #repaired: Set<string> | undefined;

  constructor(unit: Unit) {
    this.code = compact(fold(unit.code));
    this.names = [searchName(unit.name), searchName(unit.short)];
    this.longest = Math.max(this.code.length, ...this.names.map(({ length }) => length));
  }

  get words(): string[][] {
    this.#words ??= this.names.map((name) => name.split(' '));
    return this.#words;
  }

  /** The code and the whole names. */
  get wholes(): Set<string> {
    this.#wholes ??= new Set([this.code, ...this.names.map(compact)]);
    return this.#wholes;
  }

  /** The runs with which a name begins. */
  get starts(): Set<string> {
    this.#starts ??= new Set(
      this.words.flatMap((words) => words.map((_, i) => words.slice(0, i + 1).join(''))),
    );
    return this.#starts;
  }

  get runs(): Set<string> {
    this.#runs ??= listRuns(this.names, compact);
    return this.#runs;
  }

  /** The runs by their sound. */
  get sounds(): Set<string> {
    this.#sounds ??= listRuns(this.names, sound);
    return this.#sounds;
  }

  /** The runs without keys of Telex. */
  get repaired(): Set<string> {
    this.#repaired ??= listRuns(this.names.map(withoutTelex), compact);
    return this.#repaired;
  }
}

const known = new WeakMap<Unit, UnitKeys>();

function keysOf(unit: Unit): UnitKeys {
  const before = known.get(unit);
  if (before) return before;
  const keys = new UnitKeys(unit);
  known.set(unit, keys);
  return keys;
}

function listRuns(names: string[], spell: (words: string) => string): Set<string> {
  const runs = new Set<string>();
  for (const words of names.map((name) => name.split(' ')))
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= words.length; to++) runs.add(spell(words.slice(from, to).join(' ')));
  return runs;
}

/**
 * How well words match a unit, the surest first; a level is tried when no earlier one found a unit.
 * Each prepares the words once for all units.
 */
const levels: ((wording: string) => (unit: UnitKeys) => boolean)[] = [
  (wording) => {
    const wanted = compact(wording);
    return ({ wholes }) => wholes.has(wanted);
  },
  (wording) => {
    const wanted = compact(wording);
    return ({ starts }) => wanted.length > 1 && starts.has(wanted);
  },
  (wording) => {
    const wanted = compact(wording);
    return ({ runs }) => wording.length > 1 && runs.has(wanted);
  },
  (wording) => {
    const wanted = wording.split(' ');
    return ({ words }) => wanted.length > 1 && words.some((name) => hasInOrder(name, wanted));
  },
  (wording) => {
    const wanted = sound(wording);
    return ({ sounds }) => wanted.length > 4 && sounds.has(wanted);
  },
];

/** Words for the kind of the following place, and nothing else. */
const placeKinds = /^(?:xa|thi tran|phuong|thi xa|don vi|co quan)(?= .)/;
/** Bodies of a place, by which people mean the place. */
const bodies =
  /^(?:van phong )?(?:(?:uy ban|hoi dong nhan dan|dang uy|chinh quyen|lanh dao|can bo|nhan dan)(?: va)? )+(?=(?:xa|thi tran|phuong)(?: |$))/;
const leading = /^(?:(?:cua|cho|tai|o|ve|thuoc|ben|phia|don vi|theo|rieng|ma|ten)(?= .) ?)+/;

/** The readings in which words may name a unit, as typed first. */
function wordings(typed: string): string[] {
  const whole = searchName(typed);
  const within = searchName(withoutDistrict(typed));
  const led = [whole, within].map((one) => one.replace(leading, ''));
  const placed = led.map((one) => one.replace(bodies, ''));
  const called = placed.flatMap((one) => findOfficialName(one) ?? []);
  const bare = placed.map((one) => one.replace(placeKinds, ''));
  return [whole, within, ...led, ...placed, ...called, ...bare].filter((one) => one !== '');
}

/**
 * "Hội Phụ nữ huyện Đak Đoa": the words after a body's name name its district. A name has three
 * words at most, no comma in it, and none that limits what is asked.
 */
function withoutDistrict(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/(?<![\s,])[\s,]+$/, '')
    .replace(/(?<=\s)(?:huyện|huyen|tỉnh|tinh)(?:\s+(?!\d)[^\s,]+){0,3}$/iu, (words) =>
      limiting.test(fold(words)) ? words : '',
    );
}

const limiting = /(?:^| )(?:tru|va|voi|khong|chua|da|nu|cua|xa|thi|ngoai|loai|hoac|hay)(?: |$)/;

const compact = (words: string): string => words.replaceAll(' ', '');

/** By sound: Đăc and Đak, Yang and Iang, Konggang and Kon Gang are spelt in several ways. */
function sound(words: string): string {
  return compact(words)
    .replaceAll('y', 'i')
    .replace(/c(?!h)/g, 'k')
    .replace(/(.)\1+/g, '$1');
}

/** Tells whether a name has these words in this order, with any words between them. */
function hasInOrder(name: string[], wanted: string[]): boolean {
  let at = 0;
  for (const word of name) if (word === wanted[at]) at++;
  return at === wanted.length;
}
