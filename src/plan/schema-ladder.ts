import { z } from 'zod';
import { time, whole } from './schema-values.ts';

const days = whole(1, 366);

/** The ladder of nudges: its days and hours. */
export const ladder = z
  .strictObject(
    {
      at: time,
      from: time.optional(),
      until: time,
      lastDayUntil: time.optional(),
      before: z
        .array(days, 'needs a list of days')
        .refine(falling, 'needs days that fall, such as [14, 7, 3, 1]'),
      lastDay: z.boolean('needs true or false'),
      after: z
        .array(days, 'needs a list of days')
        .min(1, 'needs at least one day')
        .refine(rising, 'needs days that rise, such as [1, 3, 7]'),
      everyDaysAfter: days,
      headsFrom: whole(-366, 366),
    },
    'needs at, until, before, lastDay, after, everyDaysAfter, headsFrom',
  )
  .refine(({ at, until }) => at <= until, 'has an `until` earlier than its `at`')
  .refine(({ at, from = at }) => from <= at, 'has a `from` later than its `at`')
  .refine(
    ({ until, lastDayUntil = until }) => until <= lastDayUntil,
    'has a `lastDayUntil` earlier than its `until`',
  );

function falling(numbers: number[]): boolean {
  return numbers.every((number, i) => i === 0 || number < (numbers[i - 1] ?? 0));
}

function rising(numbers: number[]): boolean {
  return numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0));
}
