import { addDays, daysBetween, instantOf, localDate, localTime } from './calendar.ts';
import type { Due } from './due.ts';
import type { Plan } from './plan.ts';

/** One step of the nudge ladder for one due. */
export interface Stage {
  /** `before-7`, `last-day`, `after-3`, `after-14`: part of a nudge's unique key. */
  key: string;
  /** When the stage begins. */
  moment: Date;
  /** Days from the last day; negative before it. */
  offset: number;
  /** Whether the heads of units are told too. */
  heads: boolean;
}

/**
 * Returns the latest stage whose moment has come; undefined before the first. Earlier stages are
 * skipped, so a person who was not told for a week gets one message, not seven (Plan 101, V.3).
 */
export function stageAt(plan: Plan, due: Due, now: Date): Stage | undefined {
  const { at, everyDaysAfter } = plan.ladder;
  const today = localDate(now, plan.zone);
  const struck = now.getTime() >= instantOf(today, at, plan.zone).getTime();
  const sinceLastDay = daysBetween(due.lastDay, today) - (struck ? 0 : 1);

  const offsets = fixedOffsets(plan);
  const last = offsets.at(-1);
  if (last !== undefined && sinceLastDay > last) {
    const rounds = Math.floor((sinceLastDay - last) / everyDaysAfter);
    return stage(plan, due, last + rounds * everyDaysAfter);
  }
  const offset = offsets.findLast((one) => one <= sinceLastDay);
  return offset === undefined ? undefined : stage(plan, due, offset);
}

/**
 * Returns the earliest moment after `now` at which a due reaches its next stage; undefined without
 * dues.
 */
export function nextMoment(plan: Plan, dues: Due[], now: Date): Date | undefined {
  const moments = dues.map((due) => nextStage(plan, due, now).moment.getTime());
  return moments.length === 0 ? undefined : new Date(Math.min(...moments));
}

/** Returns the first stage after `now`. There is always one: a missing duty is never forgotten. */
export function nextStage(plan: Plan, due: Due, now: Date): Stage {
  const current = stageAt(plan, due, now);
  const offsets = fixedOffsets(plan);
  const next = offsets.find((one) => current === undefined || one > current.offset);
  return stage(plan, due, next ?? (current?.offset ?? 0) + plan.ladder.everyDaysAfter);
}

/** Tells whether people may be nudged at this time of day in the plan's zone. */
export function isNudgingTime(plan: Plan, now: Date): boolean {
  const time = localTime(now, plan.zone);
  return time >= plan.ladder.at && time <= plan.ladder.until;
}

/**
 * Offsets of the stages that the plan names, in days from the last day, ascending. The repeating
 * stages follow the last of them.
 */
function fixedOffsets({ ladder }: Plan): number[] {
  return [...ladder.before.map((days) => -days), ...(ladder.lastDay ? [0] : []), ...ladder.after];
}

function stage(plan: Plan, due: Due, offset: number): Stage {
  return {
    key: offset === 0 ? 'last-day' : offset < 0 ? `before-${-offset}` : `after-${offset}`,
    moment: instantOf(addDays(due.lastDay, offset), plan.ladder.at, plan.zone),
    offset,
    heads: offset >= plan.ladder.headsFrom,
  };
}
