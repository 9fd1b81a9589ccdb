import { z } from 'zod';
import { tellMistake } from './mistake.ts';
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
      before: z.array(days, tellMistake('file-list-days')).refine(falling, tellMistake('file-days-fall')),
      lastDay: z.boolean(tellMistake('file-true-false')),
      after: z
        .array(days, tellMistake('file-list-days'))
        .min(1, tellMistake('file-one-day-at-least'))
        .refine(rising, tellMistake('file-days-rise')),
      everyDaysAfter: days,
      headsFrom: whole(-366, 366),
    },
    tellMistake('file-ladder-keys'),
  )
  .refine(({ at, until }) => at <= until, tellMistake('file-until-early'))
  .refine(({ at, from = at }) => from <= at, tellMistake('file-from-late'))
  .refine(({ until, lastDayUntil = until }) => until <= lastDayUntil, tellMistake('file-last-until-early'));

function falling(numbers: number[]): boolean {
  return numbers.every((number, i) => i === 0 || number < (numbers[i - 1] ?? 0));
}

function rising(numbers: number[]): boolean {
  return numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0));
}
