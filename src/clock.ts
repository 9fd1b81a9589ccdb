/**
 * The one place that reads the time. Everything else takes a `Clock`, so that a five-year cycle can
 * be rehearsed in minutes.
 */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

/** The machine's own time. */
export const realClock: Clock = { now: () => new Date() };

/** A clock that runs at real speed from wherever it was last put. */
export interface MovableClock extends Clock {
  /** How far ahead of real time it runs, in milliseconds (negative: behind). */
  offset(): number;
  /** Puts it at `instant`, from where it runs on. */
  set(instant: Date): void;
}

/** A clock that shows `start` now and runs on from there; without `start`, the real time. */
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

/** A clock that stands still until it is moved: for tests. */
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
