import { readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { decodeText } from '../text/decode-text.ts';
import { ConfigError } from './error.ts';

/** Maximum size in bytes: larger than any real `.env`. */
const largestFile = 1_000_000;

/**
 * Reads the settings of a `.env` file; none when the file is missing. Accepts UTF-8 and UTF-16,
 * with or without a byte order mark. Throws `ConfigError` with one line per mistake: a line that is
 * not `NAME=value`, a repeated name, an unclosed quote, invisible characters.
 */
export function readEnvFile(file: string): Record<string, string> {
  const text = readText(file);
  if (text === undefined) return {};
  const mistakes = findMistakes(text);
  if (mistakes.length > 0)
    throw new ConfigError(mistakes.map(({ line, says }) => `${file}:${line}: ${says}`));
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(parseEnv(text))) if (value !== undefined) found[name] = value;
  return found;
}

function readText(file: string): string | undefined {
  try {
    const about = statSync(file, { throwIfNoEntry: false });
    if (!about) return undefined;
    if (!about.isFile()) throw new ConfigError([`${file}: is not a file`]);
    if (about.size > largestFile) throw new ConfigError([`${file}: is larger than any settings are`]);
    const text = decodeText(readFileSync(file));
    if (text === undefined) throw new ConfigError([`${file}: is not text: save it again as UTF-8`]);
    return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new ConfigError([`${file}: cannot be read (${code})`], { cause: error });
  }
}

interface LineMistake {
  line: number;
  says: string;
}

const entry = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.]*)[ \t]*=[ \t]*(?![ \t])(.*)$/;
/**
 * No-break and zero-width spaces, direction marks, byte order marks in the middle: pasted, never
 * typed.
 */
const unseen = /[\u007f\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/;

function findMistakes(text: string): LineMistake[] {
  const mistakes: LineMistake[] = [];
  const lines = text.split('\n');
  const first = new Map<string, number>();
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1;
    const written = lines[at] ?? '';
    if (/^\s*(#|$)/.test(written)) continue;
    const hidden = unseen.exec(written);
    if (hidden) {
      mistakes.push({
        line,
        says: `has an invisible character (${codePoint(hidden[0])}): type the line again`,
      });
      continue;
    }
    const [, name, value = ''] = entry.exec(written) ?? [];
    if (name === undefined) {
      mistakes.push({ line, says: 'is not of the form NAME=value' });
      continue;
    }
    const before = first.get(name);
    if (before !== undefined)
      mistakes.push({ line, says: `${name}: stands in line ${before} already: keep one` });
    else first.set(name, line);
    const { says, lines: more } = readValue(value, lines.slice(at + 1));
    if (says) mistakes.push({ line, says: `${name}: ${says}` });
    at += more;
  }
  return mistakes;
}

/** Reads a value as written: its mistake, if any, and how many further lines it takes. */
function readValue(value: string, following: string[]): { says?: string; lines: number } {
  const quote = value[0];
  if (quote !== undefined && '“”„‘’«»'.includes(quote)) {
    return { says: 'has curly quotes: use " or none', lines: 0 };
  }
  if (quote === '"' || quote === "'" || quote === '`') {
    const all = [value.slice(1), ...following];
    const last = all.findIndex((line) => line.includes(quote));
    if (last < 0) return { says: `the quote ${quote} does not end`, lines: 0 };
    const after = (all[last] ?? '').slice((all[last] ?? '').indexOf(quote) + 1);
    if (!/^\s*(#.*)?$/.test(after)) return { says: `has text behind the closing ${quote}`, lines: last };
    return { lines: last };
  }
  // Node ends an unquoted value at any #, which would cut a password in two.
  if (/\S#/.test(value)) return { says: 'has a # in it: put the value in quotes', lines: 0 };
  return { lines: 0 };
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
