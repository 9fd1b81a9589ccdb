import { type Fact, type FactPlace, type FactReader, factLabel } from './fact.ts';
import { factByKey } from './facts.ts';

/** Returns the key of a question's label, also of one that an earlier release asked. */
export function keyLabel(key: string, subject: unknown): string {
  const fact = factByKey(key);
  return fact ? factLabel(fact, subject) : `register-${key}-label`;
}

/** Says a fact on a screen; null: it has no line there. */
export function sayFact(
  { kind, key }: Fact,
  value: unknown,
  reader: FactReader,
  place: Omit<FactPlace, 'key'>,
): string | null {
  const empty = Array.isArray(value) && value.length === 0 && kind.cell === undefined;
  if (value === null || value === undefined || value === '' || empty)
    return kind.sayNone?.(reader, { key, ...place }) ?? null;
  return kind.say ? kind.say(value, reader, { key, ...place }) : String(value);
}

/** Says a fact as it was before or after a change. */
export function sayFactInHistory(
  { kind, key }: Fact,
  value: unknown,
  reader: FactReader,
  place: Omit<FactPlace, 'key'>,
): string {
  if (value === null || value === '') return '–';
  const say = kind.sayInHistory ?? kind.say;
  return say ? say(value, reader, { key, ...place }) : String(value);
}
