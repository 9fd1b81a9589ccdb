import { addDays, daysBetween, endOfDay, localDate } from './calendar.ts';
import {
  asOccurrence,
  type CalendarPeriod,
  dayIn,
  listPeriods,
  monthsIn,
  type Occurrence,
  occurrenceOf,
  oneOff,
  periodOf,
} from './occurrence.ts';
import type { Duty, LoadedPlan, LocalDate, MovedDue, Plan, RecurringRule } from './plan.ts';

/** One occurrence of a duty and its deadline. */
export interface Due {
  /** Code of the duty. */
  duty: string;
  occurrence: Occurrence;
  /** The last day that is on time. */
  lastDay: LocalDate;
  /** The last millisecond that is on time, in the plan's zone. */
  lastMoment: Date;
}

/** A plan whose dues are wanted: a file's, or one of the database with the dues that were moved. */
type WithDues = Plan & Partial<Pick<LoadedPlan, 'moved'>>;

/**
 * Lists the dues that have a date for every unit, earliest first. They are the plan's own, or as an
 * officer moved them. Plan 101, V.1: before 25/8/2021 means by the end of 24/8; IV.3: each year by
 * the end of 15/12.
 */
export function duesOf(plan: WithDues): Due[] {
  return plan.duties
    .flatMap((duty) => occurrencesOf(duty).flatMap((occurrence) => dueOf(plan, duty.code, occurrence) ?? []))
    .sort((a, b) => a.lastMoment.getTime() - b.lastMoment.getTime());
}

/**
 * Returns the due of an occurrence of a duty: for every unit, or with `unitId` for that one.
 * Undefined when it has no date or the plan does not have the duty.
 */
export function dueOf(
  plan: WithDues,
  duty: string,
  occurrence: Occurrence,
  unitId: number | null = null,
): Due | undefined {
  const found = plan.duties.find(({ code }) => code === duty);
  if (!found || !occurrencesOf(found).includes(occurrence)) return undefined;
  const moved = listMoves(plan, found, occurrence);
  const lastDay = decideLastDay(plannedLastDay(found, occurrence), moved, unitId);
  return lastDay === undefined ? undefined : dueOn(plan, duty, occurrence, lastDay);
}

/**
 * Decides which last day is in force for a unit, or for every unit (null). It follows from the
 * plan's day and from what officers moved, in their order. The later of the general day and the
 * unit's own holds; one that is `exact` replaces what stood before it.
 */
export function decideLastDay(
  planned: LocalDate | undefined,
  moved: Pick<MovedDue, 'unitId' | 'lastDay' | 'exact'>[],
  unitId: number | null,
): LocalDate | undefined {
  let general = planned;
  let own: { lastDay: LocalDate; exact: boolean } | undefined;
  for (const one of moved) {
    if (one.unitId === null) {
      general = one.lastDay;
      if (one.exact) own = undefined;
    } else if (one.unitId === unitId) own = one;
  }
  if (own === undefined || own.exact) return own?.lastDay ?? general;
  return general === undefined || own.lastDay > general ? own.lastDay : general;
}

/** Lists the units whose due of this occurrence is not that of every unit. */
export function ownDuesOf(
  plan: LoadedPlan,
  duty: string,
  occurrence: Occurrence,
): { unitId: number; due: Due }[] {
  const found = plan.duties.find(({ code }) => code === duty);
  if (!found) return [];
  const general = dueOf(plan, duty, occurrence)?.lastDay;
  const ids = listMoves(plan, found, occurrence).flatMap(({ unitId }) => unitId ?? []);
  return [...new Set(ids)].flatMap((unitId) => {
    const due = dueOf(plan, duty, occurrence, unitId);
    return due && due.lastDay !== general ? [{ unitId, due }] : [];
  });
}

/**
 * Lists what officers moved of an occurrence of a duty. Award proposals come with the annual report
 * (Plan 101, IV.3): what moves the report moves them too.
 */
function listMoves({ duties, moved = [] }: WithDues, duty: Duty, occurrence: Occurrence): MovedDue[] {
  const codes = [
    duty.code,
    ...(duty.fulfilledBy === 'awards'
      ? duties.filter(({ fulfilledBy }) => fulfilledBy === 'report').map(({ code }) => code)
      : []),
  ];
  return moved.filter((one) => codes.includes(one.duty) && one.occurrence === occurrence);
}

/** Builds the due of a duty from its last day. */
export function dueOn(plan: Plan, duty: string, occurrence: Occurrence, lastDay: LocalDate): Due {
  return { duty, occurrence, lastDay, lastMoment: endOfDay(lastDay, plan.zone) };
}

/** Tells whether something handed in at `at` is late. */
export function isLate(due: Due, at: Date): boolean {
  return at.getTime() > due.lastMoment.getTime();
}

/**
 * Counts the calendar days in `zone` from now to the last day: 0 on the last day, negative after
 * it.
 */
export function daysLeft(due: Due, now: Date, zone: string): number {
  return daysBetween(localDate(now, zone), due.lastDay);
}

/** Lists every occurrence of a duty, earliest first; a duty that is due once has one. */
export function occurrencesOf({ due }: Duty): Occurrence[] {
  if (!isRecurring(due)) return [oneOff];
  const [from, to] = [due.from, due.to].map((end) => periodOf(asOccurrence(String(end))));
  return from && to ? listPeriods(from, to).map(occurrenceOf) : [];
}

function isRecurring(due: Duty['due']): due is RecurringRule {
  return 'from' in due;
}

/** The last day that is on time as the plan says it; undefined without a date. */
function plannedLastDay({ due }: Duty, occurrence: Occurrence): LocalDate | undefined {
  if (due.rule === 'before') return addDays(due.date, -1);
  if (due.rule === 'on') return due.date;
  const period = periodOf(occurrence);
  if (!isRecurring(due) || !period) return undefined;
  const day = dayIn(period, monthWithin(due, period), due.day);
  return due.before ? addDays(day, -1) : day;
}

function monthWithin(due: RecurringRule, { length }: CalendarPeriod): number {
  const month = due.rule === 'monthly' ? 1 : due.month;
  return due.following ? month + monthsIn[length] : month;
}
