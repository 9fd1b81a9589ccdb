import { z } from 'zod';
import { isDate } from './calendar.ts';
import { tellMistake } from './mistake.ts';

// A code is part of a button's data, which has 64 bytes in the Bot API and also holds a verb and an
// id.
const longestCode = 24;
/** Maximum length of the code of a criterion or movement, which drafts hold many of. */
export const longestCriterionCode = 16;
// Phones cut off longer labels.
const longestLabel = 64;

/** A text that is not empty. */
export const words = z
  .string(tellMistake('file-text'))
  .normalize('NFC')
  .trim()
  .min(1, tellMistake('file-text'));
/** A text for a button. */
export const label = words.max(longestLabel, tellMistake('file-label-long', { most: longestLabel }));
/** A text in both languages. */
export const bilingual = z.strictObject(
  { vi: words, en: words },
  tellMistake('file-form', { form: '{ vi: …, en: … }' }),
);
/** A text for a button in both languages. */
export const bilingualLabel = z.strictObject(
  { vi: label, en: label },
  tellMistake('file-form', { form: '{ vi: …, en: … }' }),
);

/** Creates the schema of a code of at most so many characters. */
export const codeOf = (longest: number) =>
  z
    .string(tellMistake('file-code'))
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, tellMistake('file-code-shape'))
    .max(longest, tellMistake('file-code-long', { most: longest }));
/** A code: of a duty, a kind of unit, a category. */
export const code = codeOf(longestCode);

/** Creates the schema of a whole number within limits. */
export const whole = (from: number, to: number) => {
  const error = tellMistake('file-whole', { from, to });
  return z.int(error).min(from, error).max(to, error);
};
/** A calendar year. */
export const year = whole(1990, 2200);

/** A day of the calendar. */
export const date = z
  .string(tellMistake('file-day', { day: '2021-08-25' }))
  .regex(/^\d{4}-\d\d-\d\d$/, tellMistake('file-day', { day: '2021-08-25' }))
  .refine(isDate, { error: tellMistake('file-no-such-day'), abort: true });
/** A time of day. */
export const time = z
  .string(tellMistake('file-time'))
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, tellMistake('file-time-shape'));

/** Years from the first to the last. */
export const period = z
  .strictObject({ from: year, to: year }, tellMistake('file-form', { form: '{ from: …, to: … }' }))
  .refine(({ from, to }) => from <= to, tellMistake('file-ends-early'));

/** The first and the last day of what holds for a time; both may be left out. */
export const daysInForce = { from: date.optional(), until: date.optional() };

/** Tells whether days in force are in order. */
export function endsInOrder(days: { from?: string | undefined; until?: string | undefined }): boolean {
  return !days.from || !days.until || days.from <= days.until;
}
