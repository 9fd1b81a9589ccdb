import { z } from 'zod';
import { parseDate } from '../../drafts/parse/parse-date.ts';
import { parseWholeNumber } from '../../drafts/parse/parse-whole-number.ts';
import { parseYearOfBirth } from '../../drafts/parse/parse-year-of-birth.ts';
import { saysNotYet } from '../../drafts/parse/say-none.ts';
import { formatDate, isDate } from '../../plan/calendar.ts';
import { fitsLength, oneLine } from '../../text/normalise.ts';
import { withoutPoliteEnds } from '../../text/polite-ends.ts';
import type { Bounds, FactKind } from './fact.ts';

/**
 * Creates the kind of a line of text. `number`: it may be a number, as that of a document. `brief`:
 * a few words of content, so that "ok ạ" is no answer and courtesy at its ends is left out. `lead`:
 * words before it that say nothing.
 */
export function textLine({
  min = 2,
  max = 200,
  number = false,
  brief = false,
  lead,
}: {
  min?: number;
  max?: number;
  number?: boolean;
  brief?: boolean;
  lead?: RegExp;
} = {}): FactKind<string> {
  const bounds = { min, max };
  return {
    given: {
      by: 'line',
      number,
      brief,
      read(text) {
        const line = brief ? withoutPoliteEnds(text) : oneLine(text);
        const value = lead === undefined ? line : line.replace(lead, '');
        return fitsLength(value, bounds) ? { ok: true, value } : { ok: false, problem: 'length', bounds };
      },
    },
    schema: z.string(),
  };
}

/** Creates the kind of a long text, sent in one or several messages. */
export function longText(bounds: Bounds): FactKind<string> {
  return { given: { by: 'paragraphs', bounds }, schema: z.string().min(1) };
}

/** Creates the kind of a whole number. */
export function wholeNumber(bounds: Bounds): FactKind<number> {
  return {
    given: {
      by: 'line',
      number: true,
      read(text) {
        const read = parseWholeNumber(text, bounds);
        return read.ok ? read : { ok: false, problem: 'bad' };
      },
    },
    schema: z.number().int(),
    cell: { kind: 'number', value: numberOrNull },
  };
}

/** Creates the kind of a year of birth. */
export function yearOfBirth(): FactKind<number> {
  return {
    given: {
      by: 'line',
      number: true,
      read(text, today) {
        const read = parseYearOfBirth(text, today);
        return read.ok ? read : { ok: false, problem: read.problem === 'lunar' ? 'lunar' : 'bad' };
      },
    },
    schema: z.number().int(),
    cell: { kind: 'year', value: numberOrNull },
  };
}

/** Creates the kind of a day that is not in the future. */
export function pastDay(): FactKind<string> {
  return {
    given: {
      by: 'line',
      number: true,
      read(text, today) {
        const read = parseDate(text, today);
        if (read.ok) return read;
        if (saysNotYet(text)) return { ok: false, problem: 'not-yet' };
        const told = read.problem === 'future' || read.problem === 'lunar';
        return { ok: false, problem: told ? read.problem : 'bad' };
      },
    },
    schema: z.iso.date(),
    isDay: true,
    say: (value) => (isDate(value) ? formatDate(value) : value),
    cell: { kind: 'date', value: (value) => (typeof value === 'string' ? value : null) },
  };
}

/** Creates the kind of one of a few values; their words are the texts `register-<key>-<value>`. */
export function oneOf<const Value extends string>(values: readonly Value[]): FactKind<Value> {
  return {
    given: { by: 'choice', values },
    schema: z.enum(values),
    say: (value, { t }, { key }) => t(`register-${key}-${value}`),
  };
}

/** Creates the kind of yes or no; their words are the texts `register-<key>-yes` and `-no`. */
export function yesOrNo(): FactKind<boolean> {
  return {
    given: { by: 'choice', values: ['yes', 'no'] },
    schema: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
    answer: (value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined),
    say: (value, { t }, { key }) => t(`register-${key}-${value ? 'yes' : 'no'}`),
    sayInHistory: (value, { t }) => (value ? t('yes') : t('no')),
    cell: { kind: 'mark', value: (value) => (value === true ? 1 : null) },
  };
}

/** Creates a kind that only one fact has, with a question written for it. */
export function ownKind<Value>(
  schema: z.ZodType<Value>,
  more: Omit<FactKind<Value>, 'given' | 'schema'> = {},
): FactKind<Value> {
  return { given: { by: 'own' }, schema, ...more };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
