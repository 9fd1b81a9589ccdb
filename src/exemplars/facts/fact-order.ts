import { facts } from './facts.ts';

const places = new Map(
  facts.flatMap(({ key, field }, place) => [key, field].map((name): [string, number] => [name, place])),
);

/**
 * Sorts lines of an exemplar in the order of the registration's questions, by the key or field of
 * their fact. JSON from the database has lost that order.
 */
export function inFactOrder<T>(lines: readonly T[], nameOf: (line: T) => string): T[] {
  const placeOf = (line: T) => places.get(nameOf(line)) ?? facts.length;
  return lines.toSorted((a, b) => placeOf(a) - placeOf(b));
}
