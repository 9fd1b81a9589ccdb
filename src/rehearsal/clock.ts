import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { addDays, instantOf, localDate } from '../plan/calendar.ts';
import { duesOf } from '../plan/due.ts';
import type { Plan } from '../plan/plan.ts';
import { type WorkingCalendar, workingDayFrom, workingDayUpTo } from '../plan/working-calendar.ts';
import { readSetting, writeSetting } from '../store/setting.ts';

/** A step by which the rehearsal's clock can be moved. */
export type ClockStep = 'hour' | 'day' | 'due';

/**
 * Returns the time after a step of the rehearsal's clock. `due`: the morning of the next due date,
 * at the hour of nudges (on a day off: of the working day before, when people are told); from that
 * morning on, the first moment after the due.
 */
export function computeStep(
  plans: [Plan, ...Plan[]],
  calendar: WorkingCalendar,
  now: Date,
  step: ClockStep,
): Date {
  if (step === 'hour') return new Date(now.getTime() + 3_600_000);
  if (step === 'day') return new Date(now.getTime() + 86_400_000);
  const moments = plans.flatMap((plan) =>
    duesOf(plan).flatMap((due) => [
      instantOf(workingDayUpTo(calendar, due.lastDay), plan.ladder.at, plan.zone),
      instantOf(addDays(due.lastDay, 1), '00:00', plan.zone),
    ]),
  );
  const next = moments.map((m) => m.getTime()).filter((m) => m > now.getTime());
  // After the last due of the plans only the next working morning is left.
  const [plan] = plans;
  if (next.length === 0) {
    const tomorrow = addDays(localDate(now, plan.zone), 1);
    return instantOf(workingDayFrom(calendar, tomorrow), plan.ladder.at, plan.zone);
  }
  return new Date(Math.min(...next));
}

/** Saves the time of the rehearsal's clock, so that the next start continues from there. */
export async function saveClock(pool: pg.Pool, clock: Clock): Promise<void> {
  await writeSetting(pool, 'clock', clock.now().toISOString());
}

/** Reads the saved time of the rehearsal's clock; undefined in a new rehearsal. */
export async function readSavedClock(pool: pg.Pool): Promise<Date | undefined> {
  const kept = await readSetting(pool, 'clock');
  return typeof kept === 'string' ? new Date(kept) : undefined;
}
