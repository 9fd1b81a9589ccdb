/**
 * Days and times of Vietnam as plain numbers, for the model alone: it shares no arithmetic with the
 * program. Vietnam is seven hours before UTC all year.
 */
const zoneMs = 7 * 3_600_000;
const dayMs = 86_400_000;

/** A calendar day, counted from 1/1/1970. */
export type Day = number;

/** Counts the days to a date; `month` from 1, beyond 12 in later years. */
export function countDay(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / dayMs;
}

/** Returns the last day of a month. */
export function endOfMonth(year: number, month: number): Day {
  return countDay(year, month + 1, 1) - 1;
}

/** Reads `YYYY-MM-DD`. */
export function readDay(text: string): Day {
  return Date.parse(`${text}T00:00Z`) / dayMs;
}

/** Writes `YYYY-MM-DD`. */
export function writeDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Returns the day of an instant. */
export function dayAt(instant: Date): Day {
  return Math.floor((instant.getTime() + zoneMs) / dayMs);
}

/** Returns the minute of an instant within its day. */
export function minuteAt(instant: Date): number {
  return Math.floor(((instant.getTime() + zoneMs) % dayMs) / 60_000);
}

/** Returns the instant of a minute of a day. */
export function instantAt(day: Day, minute: number): Date {
  return new Date(day * dayMs - zoneMs + minute * 60_000);
}

/** Reads `HH:MM` as a minute of the day. */
export function readMinute(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
