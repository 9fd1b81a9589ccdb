/**
 * Says which units a change is about: those before, an arrow, those after. A new unit has nothing
 * before, and a closed one nothing after: then the names stand alone.
 */
export function sayBeforeAndAfter(before: string[], after: string[]): string {
  return [before, after]
    .map((names) => names.join(', '))
    .filter((names) => names !== '')
    .join(' → ');
}
