import { addDays, daysBetween, instantOf, localDate, localTime } from './calendar.ts';
import { type Due, dueOf, duesOf } from './due.ts';
import type { LoadedPlan, LocalDate, Plan } from './plan.ts';
import { type WorkingCalendar, workingDayFrom, workingDayUpTo } from './working-calendar.ts';

/** One step of the nudge ladder for one due. */
export interface Stage {
  /** `before-7`, `last-day`, `after-3`, `after-14`: part of a nudge's unique key. */
  key: string;
  /** When the stage begins: at the ladder's hour, on a working day. */
  moment: Date;
  /** Days from the last day as the plan counts them; negative before it. */
  offset: number;
  /** Whether the heads of units are told too. */
  heads: boolean;
}

/**
 * Returns the latest stage whose moment has come; undefined before the first. Earlier stages are
 * skipped, so a person who was not told for a week gets one message, not seven (Plan 101, V.3). A
 * stage on a day off begins on the working day before it (up to the due) or after it (after the
 * due); of two stages on one day the later one holds. The due itself never moves.
 */
export function stageAt(
  plan: Plan,
  calendar: WorkingCalendar,
  due: Pick<Due, 'lastDay'>,
  now: Date,
): Stage | undefined {
  const today = localDate(now, plan.zone);
  const struck = now.getTime() >= instantOf(today, plan.ladder.at, plan.zone).getTime();
  const reached = struck ? today : addDays(today, -1);
  const offset = latestOffset(plan, calendar, due, reached);
  return offset === undefined ? undefined : stage(plan, calendar, due, offset);
}

/** Returns the first stage after `now`. There is always one: a missing duty is never forgotten. */
export function nextStage(
  plan: Plan,
  calendar: WorkingCalendar,
  due: Pick<Due, 'lastDay'>,
  now: Date,
): Stage {
  let offset = offsetAfter(plan, stageAt(plan, calendar, due, now)?.offset);
  for (;;) {
    const later = offsetAfter(plan, offset);
    if (dayOf(calendar, due, later) > dayOf(calendar, due, offset)) {
      return stage(plan, calendar, due, offset);
    }
    offset = later;
  }
}

/**
 * Lists the stages that the plan names for a due, each on its working day. Of two on one day only
 * the later stays; the repeating ones that follow are left out.
 */
export function listNamedStages(plan: Plan, calendar: WorkingCalendar, due: Pick<Due, 'lastDay'>): Stage[] {
  const stages = fixedOffsets(plan).map((offset) => stage(plan, calendar, due, offset));
  return stages.filter(({ moment }, i) => moment.getTime() !== stages[i + 1]?.moment.getTime());
}

/**
 * Tells whether people may be nudged at this moment: on a working day, within the plan's hours. On
 * the last day of a duty the hours are longer, also where it is one unit's own.
 */
export function isNudgingTime(
  plan: Plan & Partial<Pick<LoadedPlan, 'moved'>>,
  calendar: WorkingCalendar,
  now: Date,
): boolean {
  const today = localDate(now, plan.zone);
  if (!calendar.isWorkingDay(today)) return false;
  const { at, from = at, until, lastDayUntil = until } = plan.ladder;
  const isLastDay =
    duesOf(plan).some(({ lastDay }) => lastDay === today) ||
    // One unit's own day counts while it holds.
    (plan.moved ?? []).some(
      ({ duty, occurrence, unitId, lastDay }) =>
        lastDay === today && dueOf(plan, duty, occurrence, unitId)?.lastDay === today,
    );
  const time = localTime(now, plan.zone);
  return time >= from && time <= (isLastDay ? lastDayUntil : until);
}

/** The offset of the latest stage whose day is not after `reached`. */
function latestOffset(
  plan: Plan,
  calendar: WorkingCalendar,
  due: Pick<Due, 'lastDay'>,
  reached: LocalDate,
): number | undefined {
  const offsets = fixedOffsets(plan);
  const begun = (offset: number) => dayOf(calendar, due, offset) <= reached;
  const last = offsets.at(-1) ?? 0;
  const { everyDaysAfter } = plan.ladder;
  const rounds = Math.floor((daysBetween(due.lastDay, reached) - last) / everyDaysAfter);
  // A round that falls on a day off begins later: then the one before it is still the latest.
  for (let round = rounds; round > 0; round--) {
    if (begun(last + round * everyDaysAfter)) return last + round * everyDaysAfter;
  }
  return offsets.findLast(begun);
}

/** The offset of the stage that the plan names after this one; of the first, without one. */
function offsetAfter(plan: Plan, offset: number | undefined): number {
  const next = fixedOffsets(plan).find((one) => offset === undefined || one > offset);
  return next ?? (offset ?? 0) + plan.ladder.everyDaysAfter;
}

/**
 * Offsets of the stages that the plan names, in days from the last day, ascending. The repeating
 * stages follow the last of them.
 */
function fixedOffsets({ ladder }: Plan): number[] {
  return [...ladder.before.map((days) => -days), ...(ladder.lastDay ? [0] : []), ...ladder.after];
}

/** The working day on which a stage begins. */
function dayOf(calendar: WorkingCalendar, due: Pick<Due, 'lastDay'>, offset: number): LocalDate {
  const day = addDays(due.lastDay, offset);
  return offset <= 0 ? workingDayUpTo(calendar, day) : workingDayFrom(calendar, day);
}

function stage(plan: Plan, calendar: WorkingCalendar, due: Pick<Due, 'lastDay'>, offset: number): Stage {
  return {
    key: offset === 0 ? 'last-day' : offset < 0 ? `before-${-offset}` : `after-${offset}`,
    moment: instantOf(dayOf(calendar, due, offset), plan.ladder.at, plan.zone),
    offset,
    heads: offset >= plan.ladder.headsFrom,
  };
}
