import { z } from 'zod';
import type { Answers } from '../drafts/draft.ts';
import { appliesTo, columnSql } from './facts/fact.ts';
import { facts, registrationFields } from './facts/facts.ts';

const fields = z.object(registrationFields);

/**
 * The content of a registration (Plan 101, III): one exemplar's own facts, without its later
 * history.
 */
export type Registration = z.output<typeof fields>;

/**
 * Reads the complete answers of the registration form as facts. A fact of the other subject is
 * null.
 */
export const registration = z.preprocess((answers) => {
  const given = z.record(z.string(), z.unknown()).parse(answers);
  return Object.fromEntries(
    facts.map((fact) => [fact.field, appliesTo(fact, given.subject) ? given[fact.key] : null]),
  );
}, fields);

const isField = (name: string): name is keyof Registration => name in registrationFields;

/** Facts that are columns of `exemplar`, in one order for insert, update and history. */
export const storedFacts = facts.flatMap(({ field, column, kind }) =>
  column !== null && isField(field) ? [{ field, column, sql: columnSql(column, kind) }] : [],
);

/** Rebuilds the answers of a registered exemplar, so that it can be changed in the same form. */
export function answersOf(from: Registration): Answers {
  const values: Record<string, unknown> = { ...from };
  const answers = facts
    .filter((fact) => appliesTo(fact, from.subject))
    .map(({ field, key, kind }) => {
      const value = values[field] ?? null;
      return [key, kind.answer ? kind.answer(value, values) : value] as const;
    })
    .filter(([, answer]) => answer !== undefined);
  return {
    ...Object.fromEntries(answers),
    // Answered at the registration: an unchanged summary needs no figures now, and an unchanged
    // name no search for similar ones.
    figures: 'leave',
    duplicate: null,
  };
}
