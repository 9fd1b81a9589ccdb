/** The largest number that a button may carry: what an id column of the database holds. */
export const largestNumber = 2_147_483_647;

/**
 * A whole number from `least` to 2³¹−1 as a button writes it; undefined for anything else. Nothing
 * is rounded or coerced.
 */
export function parseWhole(text: string, least: 0 | 1): number | undefined {
  if (!/^(0|[1-9]\d{0,9})$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= largestNumber ? value : undefined;
}

/**
 * A page from 0 to 2³¹−1: one before the first is the first. Which page is the last, `pages.ts`
 * knows.
 */
export function parsePage(text: string): number | undefined {
  return /^-?\d{1,40}$/.test(text) ? Math.min(Math.max(Number(text), 0), largestNumber) : undefined;
}

/** An id as forms and lists write it, in letters and digits (base 36), from 1 to 2³¹−1. */
export function parseShortId(text: string): number | undefined {
  if (!/^[1-9a-z][0-9a-z]{0,5}$/.test(text)) return undefined;
  const value = Number.parseInt(text, 36);
  return value <= largestNumber ? value : undefined;
}

/**
 * As `parseShortId`, from 0: a count that is written short because the rest of the button is long.
 */
export function parseShortCount(text: string): number | undefined {
  return text === '0' ? 0 : parseShortId(text);
}

/**
 * Ids in base 36 between dots; undefined when there is none, one is damaged, or one is there twice.
 */
export function parseIds(text: string): number[] | undefined {
  const ids = text.split('.').flatMap((part) => parseShortId(part) ?? []);
  return ids.length === text.split('.').length && new Set(ids).size === ids.length ? ids : undefined;
}

export function writeIds(ids: number[]): string {
  return ids.map((id) => id.toString(36)).join('.');
}
