import { readingsOf, withoutTelex } from './courtesy.ts';
import { fold } from './fold.ts';
import { rememberFor } from './remember.ts';

/**
 * Finds which of these labels a text names, courtesy, quotes, accents, case, emoji and left-over
 * keys of Telex aside. Undefined when it names none, or several that differ in their place.
 */
export function findLabel(text: string, labels: readonly string[]): number | undefined {
  const folded = labels.map(bareLabel);
  const readings = readingsOf(text).map(bareLabel);
  for (const reading of new Set([...readings, ...readings.map(withoutTelex)])) {
    if (reading === '') continue;
    const at = folded.indexOf(reading);
    if (at >= 0) return at;
  }
  return undefined;
}

/** Folds a label without its box, tick, arrow and emoji, which people do not type. */
export const bareLabel = rememberFor(2000, (label) =>
  fold(label.replaceAll(/[☐☑✓✔→←‹›«»]/gu, ' ').replaceAll(/\p{Extended_Pictographic}/gu, ' ')),
);
