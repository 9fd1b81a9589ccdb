import { z } from 'zod';
import { type Args, type Locale, t } from '../i18n.ts';

/** A mistake and its place: the keys and positions from the top of the file. */
export interface Mistake {
  path: (string | number)[];
  /** The sentence about it, as `tellMistake` writes it. */
  says: string;
}

const told = z.object({ key: z.string(), args: z.record(z.string(), z.union([z.string(), z.number()])) });

/**
 * Writes what is wrong: a text of `plan-file.ftl` with its arguments, in a string, because a
 * schema's message is one. `sayMistake` says it in a language.
 */
export function tellMistake(key: string, args: Args = {}): string {
  return JSON.stringify({ key, args });
}

/** Says in a language what `tellMistake` wrote; a message of another source in few words. */
export function sayMistake(locale: Locale, says: string): string {
  const read = told.safeParse(parseJson(says));
  return read.success
    ? t(locale, read.data.key, read.data.args)
    : t(locale, 'file-not-fitting', { message: says });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Finds what stands in a list a second time: each entry needs its own. */
export function findRepeats(
  entries: { value: string | undefined; path: Mistake['path'] }[],
  what: 'code' | 'name',
): Mistake[] {
  const seen = new Set<string>();
  const mistakes: Mistake[] = [];
  for (const { value, path } of entries) {
    if (value === undefined) continue;
    if (seen.has(value)) mistakes.push({ path, says: tellMistake('file-repeated', { what, value }) });
    seen.add(value);
  }
  return mistakes;
}

/** What a code should name: a kind of unit or a level. */
export type NamedPart = 'kind' | 'kindOfPlan' | 'level' | 'levelOfAwards';

/** Finds codes that name nothing in the file, and says which there are. */
export function findUnknown(
  entries: { value: string | undefined; path: Mistake['path'] }[],
  known: string[],
  part: NamedPart,
): Mistake[] {
  return entries.flatMap(({ value, path }) =>
    value === undefined || known.includes(value)
      ? []
      : [{ path, says: tellMistake('file-unknown-code', { part, value, known: known.join(', ') }) }],
  );
}
