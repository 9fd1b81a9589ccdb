import { setTimeout as pause } from 'node:timers/promises';

/** Measures spans of time and waits; only tests have another one. */
export interface Stopwatch {
  /** Returns milliseconds since some moment; unlike a clock, it is never set. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** The machine's own. */
export const realStopwatch: Stopwatch = {
  now: () => performance.now(),
  sleep: (ms) => pause(ms),
};
