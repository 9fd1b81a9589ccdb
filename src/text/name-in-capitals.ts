import {
  areBare,
  initialCapital,
  isInCapitals,
  isPositionAt,
  isSurname,
  joiningWords,
  smallUnlessName,
  titleAt,
} from './name-titles.ts';
import { oneLine } from './normalise.ts';

/** Signs within a word of a name: H'Neng, R’Com, Rơ-Châm. Each stays as it was typed. */
const within = /(['‘’‛ʹʻʼʽˈ′`´＇-]+)/;
/** The text after the name itself says who the person is. */
const afterName = /(?<!\s)(?:\s*[,;(:]|\s+[-–—]\s+)/;

/** A word of a name: letters, with apostrophes and hyphens between them. */
const likeAName = /^\p{L}[\p{L}\p{M}'‘’‛ʹʻʼʽˈ′`´＇-]*\.?$/u;
const mostWords = 8;

const who = '(?:em|tôi|mình|tui|cháu|anh|chị|chú|bác|cô)';
const greeted = `(?:(?:dạ|vâng|thưa|kính thưa)(?: ${who})*[\\s,]+)`;
const introduced = [
  `họ (?:và )?tên(?: (?:của )?${who})?(?: là)?[\\s:]+`,
  `tên (?:của )?${who}(?: là)?[\\s:]+`,
  'tên(?: là\\s|\\s?:)\\s*',
  `${who} (?:tên(?: là)?|là)\\s+`,
].join('|');
/** "Dạ, em tên là" or "Họ và tên:" before a name, and "ạ" behind it. */
const before = new RegExp(`^(?:${greeted}*(?:${introduced})|${greeted}+(?=[^\\s,]\\S* \\S))`, 'iu');
const behind = /(?:(?<![\s,])[\s,]+(?:ạ|nhé|(?:anh|chị|em|chú|bác) (?:ạ|nhé))){1,8}[\s.!]*$/iu;

/**
 * Gives a person's name in capitals where it was typed in small letters or wholly in capitals:
 * "ksor h'lan" becomes "Ksor H'Lan". Undefined: the name is fit as it stands. Titles before it and
 * a position behind it keep their small letters. Courtesy around it is left out.
 */
export function nameInCapitals(typed: string): string | undefined {
  const whole = oneLine(typed);
  const line = whole.replace(before, '').replace(behind, '') || whole;
  const cut = afterName.exec(line)?.index ?? line.length;
  const { words, wrong } = namesIn(line.slice(0, cut).split(' '));
  if (!wrong) return line === whole ? undefined : line;
  const after = line.slice(cut).split(' ').map(smallUnlessName).join(' ');
  const offered = initialCapital(words.join(' ') + after);
  return offered === whole ? undefined : offered;
}

/** One or more names with their titles; `wrong`: one of them was not fit. */
function namesIn(typed: string[]): { words: string[]; wrong: boolean } {
  const words: string[] = [];
  const bare = areBare(typed);
  let wrong = false;
  /** Where the present name begins, behind its titles. */
  let from = 0;
  while (words.length < typed.length) {
    const at = words.length;
    const word = typed[at] ?? '';
    const title = at === from ? titleAt(typed, at, bare) : 0;
    const last = at > from && joiningWords.has(word.toLowerCase());
    if (title > 0) {
      const written = typed.slice(at, at + title);
      words.push(...written.map(smallTitle));
      from = words.length;
    } else if (last) {
      wrong ||= isUnfit(typed.slice(from, at));
      words.push(word.toLowerCase());
      from = words.length;
    } else if (at > from + 1 && isPositionAt(typed, at, bare)) {
      wrong ||= isUnfit(typed.slice(from, at));
      words.push(...typed.slice(at).map(smallUnlessName));
      return { words, wrong };
    } else words.push(inCapitals(word));
  }
  return { words, wrong: wrong || isUnfit(typed.slice(from)) };
}

/**
 * Tells whether a name was typed in small letters, also where the phone made the first one a
 * capital, or in capitals. "Trả lời bằng chữ" is left as it is: no such name begins with "Trả".
 */
function isUnfit(name: string[]): boolean {
  // A sentence, or text with signs in it, is no name to mend.
  if (name.length > mostWords || !name.every((word) => likeAName.test(word))) return false;
  const whole = name.join(' ');
  if (!/\p{Lu}/u.test(whole)) return /\p{L}/u.test(whole);
  const long = name.filter((word) => (word.match(/\p{L}/gu) ?? []).length > 1);
  if (long.length > 0 && long.every(isInCapitals)) return true;
  const [first = '', ...others] = name;
  if (/^[\p{L}]['‘’‛ʹʻʼʽˈ′`´＇]\p{Ll}/u.test(first)) return true;
  const unfit = (word: string) => /^\P{L}*\p{Ll}/u.test(word) || isInCapitals(word);
  return isSurname(first) && others.length > 0 && others.every(unfit);
}

/** "ÔNG" becomes "ông"; TS and BS stay. */
function smallTitle(word: string): string {
  return isInCapitals(word) && !/^(?:TS|BS|GS|KS|CN|PGS)\.?$/.test(word) ? word.toLowerCase() : word;
}

/** Capital letters at the beginning of a word and behind its apostrophes and hyphens. */
function inCapitals(word: string): string {
  const all = isInCapitals(word);
  return word
    .split(within)
    .map((part) =>
      all ? initialCapital(part.toLowerCase()) : /^\P{L}*\p{Ll}/u.test(part) ? initialCapital(part) : part,
    )
    .join('');
}
