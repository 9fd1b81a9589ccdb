import {
  type CourtesyPhrase,
  closingPhrases,
  closingPhrasesByEnd,
  openingPhrases,
  otherWords,
  type PhrasesByWord,
  requestPhrases,
  thankPhrases,
} from './courtesy-words.ts';
import { fold } from './fold.ts';
import { oneLine } from './normalise.ts';
import { rememberFor } from './remember.ts';
import { emojis } from './signs.ts';

/**
 * *Courtesy* is what polite people put around what they mean: ạ, nhé, dạ, "anh ơi", "giúp em với",
 * thanks, emoji, closing punctuation. A *reading* is a text with some of it taken off at the ends.
 */

/**
 * Lists the readings of a text, from all of it to the shortest. Courtesy is removed only where
 * words remain. `requests`: words before a command ("cho em xem …") are removed too. Look for a
 * known word in this order, so that "Không phải tôi" keeps its meaning.
 */
export function readingsOf(text: string, { requests = false } = {}): readonly string[] {
  return requests ? requestReadings(text) : plainReadings(text);
}

/** Texts whose words and readings are remembered: those of the turns that run at once. */
const mostRemembered = 200;
const plainReadings = rememberFor(mostRemembered, (text) => read(text, openingPhrases));
const requestReadings = rememberFor(mostRemembered, (text) => read(text, requestPhrases));

function read(text: string, opening: PhrasesByWord): readonly string[] {
  const { line, words } = wordsOf(text);
  const starts = [0];
  for (let at = 0; ; ) {
    const n = courtesyAt(words, at, opening);
    if (n === 0 || at + n >= words.length) break;
    at += n;
    starts.push(at);
  }
  const ends = [words.length];
  for (let end = words.length; ; ) {
    const n = courtesyBefore(line, words, end);
    if (n === 0 || end - n <= 0) break;
    end -= n;
    ends.push(end);
  }
  const readings = fewOf(starts).flatMap((from) =>
    fewOf(ends)
      .filter((to) => to > from)
      .map((to) => slice(line, words, from, to)),
  );
  const found = [...new Set(readings)].filter((reading) => fold(reading) !== '');
  return found.length > 0 ? found : [oneLine(text)];
}

/** More courtesy than anyone means at one end of a message. */
const mostCourtesy = 12;

/** The first places and the last: readings are as many as both ends have, multiplied. */
function fewOf(places: number[]): number[] {
  return places.length > mostCourtesy ? [...places.slice(0, mostCourtesy), ...places.slice(-1)] : places;
}

/** Takes all courtesy off both ends. A text that is nothing else keeps its last word. */
export function withoutCourtesy(text: string): string {
  return readingsOf(text).at(-1) ?? '';
}

/** Takes words of courtesy out wherever they stand: "1 nhé, 3 nữa ạ" is "1 , 3". */
export function withoutAnyCourtesy(text: string): string {
  const { line, words } = wordsOf(text);
  const kept: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const n = courtesyAt(words, at, closingPhrases);
    const word = words[at];
    if (n === 0 && word) kept.push(word);
    at += Math.max(1, n);
  }
  let out = '';
  let until = 0;
  for (const [i, word] of kept.entries()) {
    const between = i === 0 ? '' : line.slice(until, word.from);
    out += (/[,;]/.test(between) ? ', ' : i === 0 ? '' : ' ') + line.slice(word.from, word.to);
    until = word.to;
  }
  return out;
}

/** Tells whether a text says nothing but thanks: "em cảm ơn anh nhiều ạ". */
export function isThanks(text: string): boolean {
  const { line, words } = wordsOf(text);
  let thanks = false;
  for (let at = 0; at < words.length; ) {
    const grateful = courtesyAt(words, at, thankPhrases);
    const n = grateful || courtesyAt(words, at, closingPhrases) || Number(isBareA(line, words[at]));
    if (n === 0) return false;
    if (grateful > 0) thanks = true;
    at += n;
  }
  return thanks;
}

/** Tells whether one of a text's readings is these words, accents and case aside. */
export function saysWords(text: string, words: string): boolean {
  const wanted = fold(words);
  const readings = readingsOf(text).map(fold);
  return wanted !== '' && (readings.includes(wanted) || readings.some((one) => withoutTelex(one) === wanted));
}

/**
 * Removes left-over keys of Telex and VNI from folded words. "ddawng kys" and "d9a8ng ky1" are
 * "dang ky". No Vietnamese syllable ends in s, f, r, x or j.
 */
export const withoutTelex = rememberFor(mostRemembered, (folded) =>
  folded.replace(/[a-z][a-z0-9]*/g, (word) => {
    const vowel = word.search(/[aeiouy]/);
    if (vowel < 0) return word;
    const first = word.slice(0, vowel).replace('dd', 'd').replace(/^d9/, 'd');
    return (
      first +
      word
        .slice(vowel)
        .replace(/([aeo])\1/g, '$1')
        .replace(/[wsfrxjz1-9]/g, '')
    );
  }),
);

interface Word {
  /** As typed. */
  raw: string;
  /** NFC, lower case, without punctuation. */
  accented: string;
  folded: string;
  from: number;
  to: number;
}

/** ":)", "=))", "^^", "<3", and what Zalo writes for its own: "/-heart", ":-h". */
const smileys =
  /(?<!\S)(?:[:;=]['-]?[)(\]DPpOo3vV>]+|[:;]-[a-z](?!\S)|[:;]v|\^[_.-]?\^|<3+|\/-[a-z:]+)(?!\S)/g;

/** The text on one line, without emoji, digits in boxes and circles as digits, and its words. */
const wordsOf = rememberFor(mostRemembered, (text): { line: string; words: Word[] } => {
  const line = oneLine(
    text
      .replace(/([0-9])\ufe0f?\u20e3/gu, '$1 ')
      .replace(/[\u2460-\u2473]/gu, (circled) => ` ${circled.normalize('NFKC')} `)
      .replace(emojis, ' ')
      .replace(smileys, ' '),
  );
  const words = [...line.matchAll(/[^\s,;!?…~*]+/gu)].map(
    ({ 0: word, index }): Word => ({
      raw: word,
      accented: word
        .toLowerCase()
        .replace(/^[."'“”()]+/, '')
        .replace(/(?<![."'“”():])[."'“”():]+$/, ''),
      folded: fold(word),
      from: index,
      to: index + word.length,
    }),
  );
  // A lone full stop is no word.
  return { line, words: words.filter(({ folded }) => folded !== '') };
});

function slice(line: string, words: Word[], from: number, to: number): string {
  return line.slice(words[from]?.from ?? 0, words[to - 1]?.to ?? line.length).replace(/(?<![.:])[.:]+$/, '');
}

/** How many words from `at` on are courtesy; 0: none. */
function courtesyAt(words: Word[], at: number, phrases: PhrasesByWord): number {
  const phrase = phrasesWith(phrases, words[at])?.find((one) => isCourtesyAt(words, at, one));
  return phrase?.words.length ?? 0;
}

function courtesyBefore(line: string, words: Word[], end: number): number {
  const last = words[end - 1];
  const phrase = phrasesWith(closingPhrasesByEnd, last)?.find((one) =>
    isCourtesyAt(words, end - one.words.length, one),
  );
  if (phrase && endsPeriod(words, end)) return 0;
  if (phrase) return phrase.words.length;
  return isBareA(line, last) ? 1 : 0;
}

/** The phrases that have a typed word at their place, with or without its accents. */
function phrasesWith(phrases: PhrasesByWord, typed: Word | undefined): readonly CourtesyPhrase[] | undefined {
  return typed && (phrases.get(typed.folded) ?? phrases.get(typed.accented));
}

function isCourtesyAt(words: Word[], at: number, phrase: CourtesyPhrase): boolean {
  const said = phrase.words.every((word, i) => isWord(words[at + i], word, phrase.strict));
  return said && !(phrase.words.length === 1 && beginsOtherWord(words, at));
}

/** "Chi tiết" is no "chị tiết", nor "ban tuyên giáo" a friend. */
function beginsOtherWord(words: Word[], at: number): boolean {
  const [typed, next] = [words[at], words[at + 1]];
  return (
    typed !== undefined && next !== undefined && otherWords.get(typed.accented)?.has(next.folded) === true
  );
}

/** "Quý này" says when; "cái này" says nothing. */
function endsPeriod(words: Word[], end: number): boolean {
  const [before, last] = [words[end - 2], words[end - 1]];
  return last?.accented === 'này' && /^(?:quy|thang|tuan|nam)$/.test(before?.folded ?? '');
}

/** "1 a" is ạ without the dot below; "Khu A" is a place, unless all stands in capitals. */
function isBareA(line: string, word: Word | undefined): boolean {
  return word?.raw === 'a' || (word?.raw === 'A' && !/\p{Ll}/u.test(line));
}

/** Accents that were typed must be the right ones: "Đà" is no dạ. */
function isWord(typed: Word | undefined, word: CourtesyPhrase['words'][number], strict: boolean): boolean {
  if (!typed) return false;
  if (typed.accented === word.accented) return true;
  if (strict || typed.folded !== word.folded || typed.folded === 'a') return false;
  return /^[a-z/]+$/.test(typed.accented);
}
