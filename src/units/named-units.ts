import { countDifferentLetters } from '../text/different-letters.ts';
import { fold } from '../text/fold.ts';
import { hasOtherAccents } from '../text/other-accents.ts';
import { searchName } from '../text/search-name.ts';
import { withoutEmptyWords } from '../text/speech.ts';
import { isSurelyNamed, matchUnits } from './match-units.ts';
import type { Unit } from './units.ts';

/** The units that words name. */
export type NamedUnits =
  /** Every unit. */
  | { are: 'all' }
  | { are: 'one'; unit: Unit }
  /** Each of these was named. */
  | { are: 'several'; units: Unit[] }
  /** One of these was meant, or none. */
  | { are: 'unclear'; units: Unit[] };

/**
 * Finds the units that words name: one, several ("xã Glar và Hà Bầu"), or those that are spelt
 * alike. `all`: other words ask for every unit. Words that say nothing ("hết của xã Glar đi") are
 * left out where they name no unit.
 */
export function findNamedUnits(units: Unit[], words: string, all = false): NamedUnits {
  const found = findAsTyped(units, words, all);
  if (found.are !== 'unclear') return found;
  const said = withoutEmptyWords(words.split(' ')).join(' ');
  if (said === words) return found;
  const again = findAsTyped(units, said, all);
  if (again.are === 'unclear' || (again.are === 'one' && !isSurelyNamed(again.unit, said))) return found;
  return again;
}

function findAsTyped(units: Unit[], words: string, all: boolean): NamedUnits {
  if (words === '' || isDistrict(units, words, all)) return { are: 'all' };
  const found = matchUnits(units, words);
  const [unit, ...others] = found;
  if (unit && others.length === 0 && isOtherPlace(unit, words))
    return { are: 'unclear', units: [...new Set([...findAlike(units, words), unit])] };
  if (unit && others.length === 0 && !all && !isCommonWord(unit, words)) return { are: 'one', unit };
  if (unit) return { are: 'unclear', units: found };
  const listed = takeEach(units, words);
  if (listed.length > 1) return { are: 'several', units: listed };
  return { are: 'unclear', units: [...new Set([...findWithin(units, words), ...findAlike(units, words)])] };
}

const limits = /(?:^| )(?:tru|ngoai|khong|khac|chu)(?: |$)/;
/** A longer text is a story. */
const mostWordsAround = 12;

/** Units that stand among other words, each behind the word for its kind: "đẹp của xã Glar". */
function findWithin(units: Unit[], words: string): Unit[] {
  const said = words.split(/\s+/);
  if (said.length > mostWordsAround || limits.test(fold(words))) return [];
  return said.flatMap((word, at) => {
    if (!counted.test(fold(word))) return [];
    const run = longestRun(units, said, at);
    return run && run.to > at + 1 ? [run.unit] : [];
  });
}

/** A township has the name of its district: "toàn huyện Đak Đoa", "huyện Đak Đoa". */
function isDistrict(units: Unit[], words: string, all: boolean): boolean {
  const said = searchName(words);
  const name = said.replace(/^huyen /, '');
  if (!all && name === said) return false;
  return units.some((unit) => searchName(unit.name) === `thi tran ${name}`);
}

/** "Xã Tràn" is not the township (thị trấn). */
function isOtherPlace(unit: Unit, words: string): boolean {
  const kind = /^(?:xa|thi tran|phuong) /.exec(searchName(words))?.[0];
  return kind !== undefined && !searchName(unit.name).startsWith(kind);
}

/** Parts of the names of offices that say other things in a request: "theo kế hoạch". */
const everydayWords = new Set([
  ...['ke hoach', 'kiem tra', 'to chuc', 'thong tin', 'dich vu', 'phat trien', 'xa hoi', 'nhan dan'],
  ...['lao dong', 'dao tao', 'moi truong', 'van hoa', 'the thao', 'ha tang', 'quan ly', 'hanh chinh'],
]);
/** Words before the others that are no part of a name. */
const leads = /^(?:(?:theo|de|ve|phuc vu|thuc hien) )+(?=.)/;

/**
 * Tells whether words say something else as easily as they name the unit. "Danh sách là nữ" is not
 * of the Women's Union, "bằng" is no commune (Ia Băng), "theo kế hoạch" no office of planning.
 */
function isCommonWord(unit: Unit, words: string): boolean {
  const kept = withoutEmptyWords(words.split(/\s+/));
  const said = searchName(kept.join(' ')).replace(leads, '');
  const [word = '', ...more] = kept;
  if (more.length === 0 && hasOtherLetters(unit, word)) return true;
  if ([unit.code, unit.name, unit.short].map(searchName).includes(said)) return false;
  const short = said.length <= 3 && !/^(?:xa|thi tran|phuong) /.test(searchName(unit.name));
  return short || everydayWords.has(said);
}

/** A single word with other accents than the name's is another word: "bằng", "trắng". */
function hasOtherLetters({ name, short }: Unit, word: string): boolean {
  const alike = `${name} ${short}`.split(/\s+/).filter((one) => fold(one) === fold(word));
  return alike.length > 0 && alike.every((one) => hasOtherAccents(word, one));
}

/** "Hai xã Glar, Trang": a count before what is counted. */
const counts = /^(?:hai|ba|bon|nam|sau|\d{1,2})$/;
const counted = /^(?:xa|don vi|phong|ban|hoi|co quan|thi)$/;
/** The words of the longest name, its district and the words before it. */
const mostWords = 16;
/** More units than a person names in one line. */
const mostNamed = 60;
const joiners = /^(?:va|voi|hoac|hay|cung|and|or|&|\+|-)$/;

/** Reads a list of units from its beginning to its end; none where other words are in it. */
function takeEach(units: Unit[], words: string): Unit[] {
  // A comma stays with its word: behind it begins another name.
  const said = words
    .replace(/[,;+/]/g, ', ')
    .split(/\s+/)
    .filter((word) => fold(word) !== '');
  const found: Unit[] = [];
  for (let at = 0; at < said.length; ) {
    const [word, next] = [fold(said[at] ?? ''), fold(said[at + 1] ?? '')];
    if (joiners.test(word) || (counts.test(word) && counted.test(next))) {
      at++;
      continue;
    }
    const run = longestRun(units, said, at);
    if (!run) return [];
    found.push(run.unit);
    if (found.length > mostNamed) return [];
    at = run.to;
  }
  return [...new Set(found)];
}

function longestRun(units: Unit[], said: string[], at: number): { unit: Unit; to: number } | undefined {
  for (let to = Math.min(said.length, at + mostWords); to > at; to--) {
    const [unit, ...others] = matchUnits(units, said.slice(at, to).join(' '));
    if (unit && others.length === 0) return { unit, to };
  }
  return undefined;
}

const mostAlike = 5;
const placeKinds = /^(?:xa|thi tran|phuong|don vi) (?=.)/;

/** Units whose names differ from the words in few letters: "xã Gla", "ia bang". */
function findAlike(units: Unit[], words: string): Unit[] {
  const said = compact(words);
  const allowed = Math.max(1, Math.floor(said.length / 4));
  const differ = (name: string) =>
    Math.abs(said.length - name.length) <= allowed ? countDifferentLetters(said, name) : Infinity;
  return units
    .map((unit) => ({
      unit,
      different: Math.min(...[unit.name, unit.short].map((name) => differ(compact(name)))),
    }))
    .filter(({ different }) => different <= allowed)
    .sort((a, b) => a.different - b.different)
    .slice(0, mostAlike)
    .map(({ unit }) => unit);
}

function compact(words: string): string {
  return searchName(words).replace(placeKinds, '').replaceAll(' ', '');
}
