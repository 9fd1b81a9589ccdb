/**
 * The only source of the time. All other code takes a `Clock`, so a five-year cycle can be
 * rehearsed in minutes.
 */
export interface Clock {
  /** Returns the present instant. */
  now(): Date;
}

/** The machine's own time. */
export const realClock: Clock = { now: () => new Date() };

/** A clock that runs at real speed from the instant to which it was last set. */
export interface MovableClock extends Clock {
  /** Returns how far it is ahead of real time, in milliseconds (negative: behind). */
  offset(): number;
  /** Sets it to `instant`; it runs on from there. */
  set(instant: Date): void;
}

/**
 * Returns what this clock shows at a real instant. Messengers stamp messages with real time, also
 * while a rehearsal runs in another year.
 */
export function shownBy(clock: Clock, instant: Date): Date {
  return new Date(clock.now().getTime() - (Date.now() - instant.getTime()));
}

/**
 * Creates a clock that shows `start` now and runs on from there; without `start`, the real time.
 */
export function movableClock(start?: Date): MovableClock {
  let offset = start ? start.getTime() - Date.now() : 0;
  return {
    now: () => new Date(Date.now() + offset),
    offset: () => offset,
    set: (instant) => {
      offset = instant.getTime() - Date.now();
    },
  };
}

/** Creates a clock for tests that stands still until it is moved. */
export function stoppedClock(start: Date): MovableClock {
  let at = start;
  return {
    now: () => new Date(at),
    offset: () => at.getTime() - Date.now(),
    set: (instant) => {
      at = instant;
    },
  };
}
