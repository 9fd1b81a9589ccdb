import { addDays, daysBetween, instantOf, localDate, localTime } from './calendar.ts';
import type { Due } from './due.ts';
import type { Plan } from './plan.ts';

/** One rung of the ladder for one due. */
export interface Stage {
  /** `before-7`, `last-day`, `after-3`, `after-14`: part of a nudge's unique key. */
  key: string;
  /** When it comes. */
  moment: Date;
  /** Days from the last day; negative before it. */
  offset: number;
  /** Heads of units are told too. */
  heads: boolean;
}

/**
 * The latest stage whose moment has come, undefined before the first. Only the latest: whoever was
 * not told for a week hears once, not seven times (Plan 101, V.3).
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
 * The earliest moment after `now` at which any of the dues reaches its next stage; undefined
 * without dues.
 */
export function nextMoment(plan: Plan, dues: Due[], now: Date): Date | undefined {
  const moments = dues.map((due) => nextStage(plan, due, now).moment.getTime());
  return moments.length === 0 ? undefined : new Date(Math.min(...moments));
}

/**
 * The first stage whose moment is after `now`; there always is one, for a missing duty is never
 * forgotten.
 */
export function nextStage(plan: Plan, due: Due, now: Date): Stage {
  const current = stageAt(plan, due, now);
  const offsets = fixedOffsets(plan);
  const next = offsets.find((one) => current === undefined || one > current.offset);
  return stage(plan, due, next ?? (current?.offset ?? 0) + plan.ladder.everyDaysAfter);
}

/** Whether people may be nudged at this time of day in the plan's zone. */
export function withinHours(plan: Plan, now: Date): boolean {
  const time = localTime(now, plan.zone);
  return time >= plan.ladder.at && time <= plan.ladder.until;
}

/**
 * Days from the last day of the stages that the plan names, rising; the weekly ones follow the last
 * of them.
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
