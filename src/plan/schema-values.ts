import { z } from 'zod';
import { isDate } from './calendar.ts';

// A code is part of a button's data, which has 64 bytes in the Bot API and also holds a verb and an
// id.
const longestCode = 24;
/** Maximum length of the code of a criterion or movement, which drafts hold many of. */
export const longestCriterionCode = 16;
// Phones cut off longer labels.
const longestLabel = 64;

/** A text that is not empty. */
export const words = z.string('needs a text').normalize('NFC').trim().min(1, 'needs a text');
/** A text for a button. */
export const label = words.max(longestLabel, `is too long for a button: ${longestLabel} characters at most`);
/** A text in both languages. */
export const bilingual = z.strictObject({ vi: words, en: words }, 'needs { vi: …, en: … }');
/** A text for a button in both languages. */
export const bilingualLabel = z.strictObject({ vi: label, en: label }, 'needs { vi: …, en: … }');

/** Formats "a, b or c". */
export const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Creates the schema of a code of at most so many characters. */
export const codeOf = (longest: number) =>
  z
    .string('needs a code such as commune')
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'needs a code of letters a–z, digits, _ and -, such as commune')
    .max(longest, `is too long for a code: ${longest} characters at most`);
/** A code: of a duty, a kind of unit, a category. */
export const code = codeOf(longestCode);

/** Creates the schema of a whole number within limits. */
export const whole = (from: number, to: number) => {
  const error = `needs a whole number from ${from} to ${to}`;
  return z.int(error).min(from, error).max(to, error);
};
/** A calendar year. */
export const year = whole(1990, 2200);

/** A day of the calendar. */
export const date = z
  .string('needs a day such as 2021-08-25')
  .regex(/^\d{4}-\d\d-\d\d$/, 'needs a day such as 2021-08-25')
  .refine(isDate, { error: 'is not a day of the calendar', abort: true });
/** A time of day. */
export const time = z
  .string('needs a time of day in quotes, such as "08:00"')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'needs a time of day from "00:00" to "23:59", such as "08:00"');

/** Years from the first to the last. */
export const period = z
  .strictObject({ from: year, to: year }, 'needs { from: …, to: … }')
  .refine(({ from, to }) => from <= to, 'ends before it begins');

/** The first and the last day of what holds for a time; both may be left out. */
export const daysInForce = { from: date.optional(), until: date.optional() };

/** Tells whether days in force are in order. */
export function endsInOrder(days: { from?: string | undefined; until?: string | undefined }): boolean {
  return !days.from || !days.until || days.from <= days.until;
}
