import { shorten } from './shorten.ts';
import { removeUnseen } from './signs.ts';

/** Maximum length of a name in UTF-16 units; the ending is kept. */
const longestName = 200;
const longestEnding = 12;
/** Only this much of a name is read, from its end: a hostile client can send any length. */
const longestRead = 2000;
/** The name given to a file that came without one. */
const nameless = 'tep';

/**
 * Makes a file name from outside safe to show and to store. The result is one line of NFC without
 * folders, control characters and invisible ones (a right-to-left mark shows "gpj.exe" as
 * "exe.jpg"), at most 200 letters with its ending.
 */
export function cleanFileName(given: string): string {
  const read = given.slice(-longestRead).toWellFormed().normalize('NFC');
  const plain = removeUnseen(read)
    .replace(/[\s\p{Zl}\p{Zp}\u0085]+/gu, ' ')
    .replace(/\p{Cc}/gu, '');
  const last = plain.split(/[\\/]/).findLast((part) => /[^\s.]/.test(part)) ?? '';
  const name = last.trim().replace(/(?<![\s.])[\s.]+$/, '');
  if (/^\.[^.]+$/.test(name)) return `${nameless}${name}`;
  const visible = name.replace(/^[\s.]+/, '');
  return visible === '' ? nameless : cut(visible, longestName);
}

/** Makes a name unique among `taken`, ignoring case: the second "image.jpg" is "image (2).jpg". */
export function uniqueFileName(name: string, taken: Iterable<string>): string {
  const known = new Set([...taken].map(compared));
  if (!known.has(compared(name))) return name;
  const { base, ending } = parts(name);
  for (let n = 2; ; n++) {
    const mark = ` (${n})`;
    const next = `${shorten(base, longestName - ending.length - mark.length)}${mark}${ending}`;
    if (!known.has(compared(next))) return next;
  }
}

function compared(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function cut(name: string, most: number): string {
  const { base, ending } = parts(name);
  return shorten(base, most - ending.length) + ending;
}

/**
 * A name before its ending, and the ending with its dot. Text that is not an ending stays in the
 * name.
 */
function parts(name: string): { base: string; ending: string } {
  const at = name.lastIndexOf('.');
  const ending = at > 0 ? name.slice(at) : '';
  return ending.length > 1 && ending.length <= longestEnding && !/\s/.test(ending)
    ? { base: name.slice(0, at), ending }
    : { base: name, ending: '' };
}
