import { readingsOf, withoutTelex } from '../text/courtesy.ts';
import { fold } from '../text/fold.ts';
import { searchName } from '../text/search-name.ts';
import { findOfficialName } from './everyday-names.ts';
import type { Unit } from './units.ts';

/**
 * Lists the units that typed words can mean, best first. The code or a whole name means that unit
 * only; otherwise every unit whose name has the words, whole, in their order ("hội phụ nữ", "ha").
 * Accents, case, apostrophes, spaces ("Sơ Mei"), courtesy, "UBND xã …" and everyday names do not
 * matter; parts of words never match.
 */
export function matchUnits(units: Unit[], typed: string): Unit[] {
  if (fold(typed) === '') return [];
  const said = new Set(readingsOf(typed, { requests: true }).flatMap(wordings));
  for (const wording of said) {
    for (const means of levels) {
      const found = units.filter((unit) => means(keysOf(unit), wording));
      if (found.length > 0) return found;
    }
    const found = ofDistrict(units, wording);
    if (found.length > 0) return found;
  }
  return [...said].map((wording) => misspelt(units, wording)).find((found) => found.length > 0) ?? [];
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
      .map((means) => units.filter((unit) => said.some((one) => means(keysOf(unit), one))))
      .find((found) => found.length === 1) ?? []
  );
}

/** Units whose names have these words when left-over keys of the Telex input method are removed. */
function misspelt(units: Unit[], wording: string): Unit[] {
  const wanted = compact(withoutTelex(wording));
  if (wanted.length < 4) return [];
  return units.filter((unit) =>
    keysOf(unit).names.some((name) => hasRun(withoutTelex(name), wanted, compact)),
  );
}

/** The keys for comparing a unit; each name as words without accents, abbreviations written out. */
interface UnitKeys {
  code: string;
  names: string[];
}

const known = new WeakMap<Unit, UnitKeys>();

function keysOf(unit: Unit): UnitKeys {
  const before = known.get(unit);
  if (before) return before;
  const keys = { code: compact(fold(unit.code)), names: [searchName(unit.name), searchName(unit.short)] };
  known.set(unit, keys);
  return keys;
}

/**
 * How well words match a unit, the surest first; a level is tried when no earlier one found a unit.
 */
const levels: ((unit: UnitKeys, wording: string) => boolean)[] = [
  ({ code, names }, wording) => [code, ...names.map(compact)].includes(compact(wording)),
  ({ names }, wording) => names.some((name) => startsWithRun(name, compact(wording))),
  ({ names }, wording) => wording.length > 1 && names.some((name) => hasRun(name, compact(wording), compact)),
  ({ names }, wording) => names.some((name) => hasInOrder(name, wording)),
  ({ names }, wording) =>
    sound(wording).length > 4 && names.some((name) => hasRun(name, sound(wording), sound)),
];

/** Words for the kind of the following place, and nothing else. */
const placeKinds = /^(?:xa|thi tran|phuong|thi xa|don vi|co quan)(?= .)/;
/** Bodies of a place, by which people mean the place. */
const bodies =
  /^(?:van phong )?(?:(?:uy ban|uy ban nhan dan|hoi dong nhan dan|dang uy|chinh quyen|lanh dao|can bo|nhan dan)(?: va)? )+(?=(?:xa|thi tran|phuong)(?: |$))/;
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
 * words at most, and none that limits what is asked.
 */
function withoutDistrict(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/(?<=\S\s+)(?:huyện|huyen|tỉnh|tinh)(?:\s+(?!\d)\S+){0,3}$/iu, (words) =>
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

/** Tells whether a name begins with these whole words. */
function startsWithRun(name: string, wanted: string): boolean {
  const words = name.split(' ');
  return wanted.length > 1 && words.some((_, i) => words.slice(0, i + 1).join('') === wanted);
}

/** Tells whether a name contains these whole words in a row. */
function hasRun(name: string, wanted: string, spell: (words: string) => string): boolean {
  const words = name.split(' ');
  return words.some((_, from) => {
    for (let to = from + 1; to <= words.length; to++) {
      const run = spell(words.slice(from, to).join(' '));
      if (run === wanted) return true;
      if (run.length > wanted.length) return false;
    }
    return false;
  });
}

/** Tells whether a name has two words or more in this order, with any words between them. */
function hasInOrder(name: string, wording: string): boolean {
  const wanted = wording.split(' ');
  let at = 0;
  for (const word of name.split(' ')) if (word === wanted[at]) at++;
  return wanted.length > 1 && at === wanted.length;
}
