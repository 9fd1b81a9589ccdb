/** The largest number in a button: the maximum of an id column of the database. */
const largestNumber = 2_147_483_647;

/**
 * Parses a whole number from `least` to 2³¹−1 as written by a button; undefined for other text.
 * Nothing is rounded or coerced.
 */
export function parseWhole(text: string, least: 0 | 1): number | undefined {
  if (!/^(0|[1-9]\d{0,9})$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= largestNumber ? value : undefined;
}

/**
 * Parses a page from 0 to 2³¹−1; a page before the first is the first. `pages.ts` checks the last.
 */
export function parsePage(text: string): number | undefined {
  return /^-?\d{1,40}$/.test(text) ? Math.min(Math.max(Number(text), 0), largestNumber) : undefined;
}

/** Parses an id from 1 to 2³¹−1 in letters and digits (base 36), as forms and lists write it. */
export function parseShortId(text: string): number | undefined {
  if (!/^[1-9a-z][0-9a-z]{0,5}$/.test(text)) return undefined;
  const value = Number.parseInt(text, 36);
  return value <= largestNumber ? value : undefined;
}

/**
 * Parses like `parseShortId`, from 0: a count that is short because the rest of the button is long.
 */
export function parseShortCount(text: string): number | undefined {
  return text === '0' ? 0 : parseShortId(text);
}

/**
 * Parses ids in base 36 between dots; undefined when there is none, one is damaged, or one is
 * repeated.
 */
export function parseIds(text: string): number[] | undefined {
  const ids = text.split('.').flatMap((part) => parseShortId(part) ?? []);
  return ids.length === text.split('.').length && new Set(ids).size === ids.length ? ids : undefined;
}

/** Writes ids in base 36 between dots. */
export function writeIds(ids: number[]): string {
  return ids.map((id) => id.toString(36)).join('.');
}
