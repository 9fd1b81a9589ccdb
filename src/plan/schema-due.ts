import { z } from 'zod';
import { isDate } from './calendar.ts';
import { date, whole, year } from './schema-values.ts';

const dayOfPeriod = {
  day: z.union([z.literal('last'), whole(1, 31)], 'needs a day of the month from 1 to 31, or last'),
  /** The day itself is late: trước ngày. */
  before: z.boolean('needs true or false').optional(),
  /** The day lies in the time after the period, not in it. */
  following: z.boolean('needs true or false').optional(),
};

const ends = (shape: RegExp, example: string) => {
  const error = `needs the first and last time, such as ${example}`;
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
    .refine(endsAfterBegin, 'ends before it begins');

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
      .refine(({ from, to }) => from <= to, 'ends before it begins')
      // 2023 is not a leap year: a day that exists in it exists in every year.
      .refine(
        ({ day, month }) => day === 'last' || isDate(`2023-${two(month)}-${two(day)}`),
        'is not a day of every year',
      ),
    recurring('halfYearly', 6, /^\d{4}-H[12]$/, '2021-H2'),
    recurring('quarterly', 3, /^\d{4}-Q[1-4]$/, '2021-Q3'),
    z
      .strictObject({
        rule: z.literal('monthly'),
        ...dayOfPeriod,
        ...ends(/^\d{4}-(0[1-9]|1[0-2])$/, '2021-08'),
      })
      .refine(endsAfterBegin, 'ends before it begins'),
    z.strictObject({ rule: z.literal('unset') }),
  ],
  'needs a rule: before or on (with date), yearly, halfYearly, quarterly or monthly (with day, from, to), or unset',
);

function two(number: number): string {
  return String(number).padStart(2, '0');
}
