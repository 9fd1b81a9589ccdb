import { z } from 'zod';
import { isDate } from './calendar.ts';
import { tellMistake } from './mistake.ts';
import { date, whole, year } from './schema-values.ts';

const dayOfPeriod = {
  day: z.union([z.literal('last'), whole(1, 31)], tellMistake('file-day-of-month')),
  /** The day itself is late: trước ngày. */
  before: z.boolean(tellMistake('file-true-false')).optional(),
  /** The day lies in the time after the period, not in it. */
  following: z.boolean(tellMistake('file-true-false')).optional(),
};

const ends = (shape: RegExp, example: string) => {
  const error = tellMistake('file-times', { example });
  const end = z.string(error).regex(shape, error);
  return { from: end, to: end };
};

const endsAfterBegin = ({ from, to }: { from: string; to: string }) => from <= to;

/** The rule of a due that comes again within a year. */
const recurring = <const R extends 'halfYearly' | 'quarterly'>(
  rule: R,
  months: number,
  shape: RegExp,
  example: string,
) =>
  z
    .strictObject({
      rule: z.literal(rule),
      ...dayOfPeriod,
      /** Which month of the period, from 1. */
      month: whole(1, months),
      ...ends(shape, example),
    })
    .refine(endsAfterBegin, tellMistake('file-ends-early'));

/** When a duty is due. */
export const due = z.discriminatedUnion(
  'rule',
  [
    z.strictObject({ rule: z.literal(['before', 'on']), date }),
    z
      .strictObject({
        rule: z.literal('yearly'),
        ...dayOfPeriod,
        month: whole(1, 12),
        from: year,
        to: year,
      })
      .refine(({ from, to }) => from <= to, tellMistake('file-ends-early'))
      // 2023 is not a leap year: a day that exists in it exists in every year.
      .refine(
        ({ day, month }) => day === 'last' || isDate(`2023-${two(month)}-${two(day)}`),
        tellMistake('file-not-yearly'),
      ),
    recurring('halfYearly', 6, /^\d{4}-H[12]$/, '2021-H2'),
    recurring('quarterly', 3, /^\d{4}-Q[1-4]$/, '2021-Q3'),
    z
      .strictObject({
        rule: z.literal('monthly'),
        ...dayOfPeriod,
        ...ends(/^\d{4}-(0[1-9]|1[0-2])$/, '2021-08'),
      })
      .refine(endsAfterBegin, tellMistake('file-ends-early')),
    z.strictObject({ rule: z.literal('unset') }),
  ],
  tellMistake('file-due-rule'),
);

function two(number: number): string {
  return String(number).padStart(2, '0');
}
