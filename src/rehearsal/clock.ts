import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { addDays, instantOf, localDate } from '../plan/calendar.ts';
import { duesOf } from '../plan/due.ts';
import type { Plan } from '../plan/plan.ts';
import { readSetting, writeSetting } from '../store/setting.ts';

export type Step = 'hour' | 'day' | 'due';

/**
 * Where a step of the rehearsal's clock leads. `due`: the morning of the next due date, at the hour
 * of nudges; from that morning on, the first moment at which it is past.
 */
export function stepTo(plan: Plan, now: Date, step: Step): Date {
  if (step === 'hour') return new Date(now.getTime() + 3_600_000);
  if (step === 'day') return new Date(now.getTime() + 86_400_000);
  const moments = duesOf(plan).flatMap((due) => [
    instantOf(due.lastDay, plan.ladder.at, plan.zone),
    instantOf(addDays(due.lastDay, 1), '00:00', plan.zone),
  ]);
  const next = moments.map((m) => m.getTime()).filter((m) => m > now.getTime());
  // After the last due of the plan there is only tomorrow.
  if (next.length === 0) return instantOf(addDays(localDate(now, plan.zone), 1), plan.ladder.at, plan.zone);
  return new Date(Math.min(...next));
}

/** Remembers what the rehearsal's clock shows, so that the next start goes on from there. */
export async function saveClock(pool: pg.Pool, clock: Clock): Promise<void> {
  await writeSetting(pool, 'clock', clock.now().toISOString());
}

/** What the rehearsal's clock showed last; undefined in a new one. */
export async function savedClock(pool: pg.Pool): Promise<Date | undefined> {
  const kept = await readSetting(pool, 'clock');
  return typeof kept === 'string' ? new Date(kept) : undefined;
}
