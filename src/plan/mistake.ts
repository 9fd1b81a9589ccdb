/** A mistake and its place: the keys and positions from the top of the file. */
export interface Mistake {
  path: (string | number)[];
  says: string;
}

/** Finds what stands in a list a second time: each entry needs its own. */
export function findRepeats(
  entries: { value: string | undefined; path: Mistake['path'] }[],
  what: string,
): Mistake[] {
  const seen = new Set<string>();
  const mistakes: Mistake[] = [];
  for (const { value, path } of entries) {
    if (value === undefined) continue;
    if (seen.has(value))
      mistakes.push({ path, says: `the ${what} "${value}" is taken already; each needs its own` });
    seen.add(value);
  }
  return mistakes;
}

/** Finds names of what is not there; `what` says what they would name, as "level here". */
export function findUnknown(
  entries: { value: string | undefined; path: Mistake['path'] }[],
  known: string[],
  what: string,
): Mistake[] {
  return entries.flatMap(({ value, path }) =>
    value === undefined || known.includes(value)
      ? []
      : [{ path, says: `"${value}" is no ${what}; known are ${known.join(', ')}` }],
  );
}
