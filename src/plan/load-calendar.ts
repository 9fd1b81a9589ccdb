import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { addDays, daysBetween, isDate, yearOf } from './calendar.ts';
import { loadChecked, readPlanText } from './load.ts';
import { type Mistake, tellMistake } from './mistake.ts';
import type { LocalDate } from './plan.ts';
import { createWorkingCalendar, isWeekend, type WorkingCalendar } from './working-calendar.ts';

/** The days of public offices in Vietnam, year by year with their sources. */
const vietnamCalendarFile = fileURLToPath(new URL('../../prisma/calendars/vietnam.yaml', import.meta.url));

const needsDay = tellMistake('file-day', { day: '2026-11-24' });
const day = z
  .string(needsDay)
  .regex(/^\d{4}-\d\d-\d\d$/, needsDay)
  .refine(isDate, { error: tellMistake('file-no-such-day'), abort: true });
const needsEntry = tellMistake('file-form-days', { form: '{ on: 2026-11-24, why: … }' });
const entries = z.array(
  z.strictObject(
    { on: day, to: day.optional(), why: z.string(tellMistake('file-text')).trim().min(1) },
    needsEntry,
  ),
  tellMistake('file-form-day-list', { form: '{ on: 2026-11-24, why: … }' }),
);
const lists = { daysOff: entries.default([]), workingDays: entries.default([]) };

/** Describes the project's own file: a list of years. */
const yearsSchema = z.array(
  z.strictObject({
    year: z.int(),
    /** Announced by the Government, or derived from the law because nothing was announced yet. */
    basis: z.literal(['announced', 'by rule'], tellMistake('file-basis')),
    source: z.string(tellMistake('file-source')).trim().min(1),
    ...lists,
  }),
);

/** Describes an office's file: what it changes. */
const officeSchema = z.strictObject(lists, tellMistake('file-calendar-keys'));

/** One year of the project's file. */
export type CalendarYear = z.infer<typeof yearsSchema>[number];
type Lists = Pick<CalendarYear, 'daysOff' | 'workingDays'>;

/** Maximum length of one entry in days: Tết with both weekends has nine. */
const longestEntry = 31;

/** Reads the project's calendar, year by year. Throws `PlanError` with every mistake in it. */
export function loadCalendarYears(file = vietnamCalendarFile): CalendarYear[] {
  return loadChecked(readPlanText(file), file, yearsSchema, (content) => {
    const years = z.array(z.unknown()).catch([]).parse(content);
    return years.flatMap((one, i) => [...mistakesIn(one, [i]), ...otherYears(one, i)]);
  });
}

/**
 * Loads an office's working calendar: the project's days, changed by the office's own file
 * (CALENDAR_FILE) where there is one. Throws `PlanError` with every mistake found.
 */
export function loadWorkingCalendar(officeFile?: string): WorkingCalendar {
  const years = loadCalendarYears();
  const off = new Set(years.flatMap(({ daysOff }) => daysIn(daysOff)));
  const working = new Set(years.flatMap(({ workingDays }) => daysIn(workingDays)));
  if (!officeFile) return createWorkingCalendar({ daysOff: off, workingDays: working });

  const own: Lists = loadChecked(readPlanText(officeFile), officeFile, officeSchema, (content) => [
    ...mistakesIn(content, []),
    ...idleEntries(content, off),
  ]);
  for (const one of daysIn(own.workingDays)) {
    off.delete(one);
    working.add(one);
  }
  for (const one of daysIn(own.daysOff)) {
    working.delete(one);
    off.add(one);
  }
  return createWorkingCalendar({ daysOff: off, workingDays: working });
}

function daysIn(list: Lists['daysOff']): LocalDate[] {
  return list.flatMap(({ on, to }) =>
    Array.from({ length: daysBetween(on, to ?? on) + 1 }, (_, i) => addDays(on, i)),
  );
}

// Reads as much as possible of any file, so that one mistake does not hide others.
const anyDay = z.string().refine(isDate).optional().catch(undefined);
const anyEntries = z.array(z.object({ on: anyDay, to: anyDay }).catch({ on: undefined, to: undefined }));
const anyLists = z
  .object({ daysOff: anyEntries.catch([]), workingDays: anyEntries.catch([]) })
  .catch({ daysOff: [], workingDays: [] });

function mistakesIn(content: unknown, path: Mistake['path']): Mistake[] {
  const lists = anyLists.parse(content);
  const mistakes: Mistake[] = [];
  const taken = new Map<LocalDate, string>();
  for (const name of ['daysOff', 'workingDays'] as const) {
    lists[name].forEach(({ on, to = on }, i) => {
      if (!on || !to) return;
      const length = daysBetween(on, to) + 1;
      const at = [...path, name, i];
      if (length < 1)
        mistakes.push({ path: [...at, 'to'], says: tellMistake('file-range-backwards', { day: on }) });
      if (length > longestEntry) {
        mistakes.push({
          path: [...at, 'to'],
          says: tellMistake('file-range-long', { days: length, most: longestEntry }),
        });
      }
      if (length < 1 || length > longestEntry) return;
      for (const one of daysIn([{ on, to, why: '' }])) {
        const other = taken.get(one);
        if (other)
          mistakes.push({
            path: [...at, 'on'],
            says: tellMistake('file-day-twice', { day: one, list: other }),
          });
        else taken.set(one, name);
      }
    });
  }
  return mistakes;
}

function otherYears(content: unknown, index: number): Mistake[] {
  const { year } = z
    .object({ year: z.number().catch(0) })
    .catch({ year: 0 })
    .parse(content);
  const lists = anyLists.parse(content);
  return (['daysOff', 'workingDays'] as const).flatMap((name) =>
    lists[name].flatMap(({ on, to }, i) =>
      [on, to].some((one) => one && yearOf(one) !== year)
        ? [{ path: [index, name, i, 'on'], says: tellMistake('file-other-year', { year }) }]
        : [],
    ),
  );
}

/** A Monday that is a working day anyway is most likely a slip in the date. */
function idleEntries(content: unknown, off: Set<LocalDate>): Mistake[] {
  return anyLists
    .parse(content)
    .workingDays.flatMap(({ on, to }, i) =>
      on && !to && !isWeekend(on) && !off.has(on)
        ? [{ path: ['workingDays', i, 'on'], says: tellMistake('file-idle-day', { day: on }) }]
        : [],
    );
}
