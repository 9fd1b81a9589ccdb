import { describe, expect, it } from 'vitest';
import { movableClock, realClock, stoppedClock } from './clock.ts';

const start = new Date('2021-08-18T08:00+07:00');
/** Maximum time in milliseconds that a test may take between two lines. */
const soon = 5_000;

function expectNear(instant: Date, expected: Date): void {
  const after = instant.getTime() - expected.getTime();
  expect(after).toBeGreaterThanOrEqual(0);
  expect(after).toBeLessThan(soon);
}

describe('the movable clock', () => {
  it('shows its start and runs on from there', () => {
    const clock = movableClock(start);
    expectNear(clock.now(), start);
    const before = clock.now();
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(clock.offset()).toBeLessThan(0);
  });

  it('without a start shows the real time', () => {
    const real = realClock.now();
    expectNear(movableClock().now(), real);
    expect(movableClock().offset()).toBe(0);
  });

  it('runs on from any instant, forwards and backwards', () => {
    const clock = movableClock(start);
    for (const instant of ['2025-12-31T23:59:59+07:00', '2021-01-01T00:00+07:00']) {
      clock.set(new Date(instant));
      expectNear(clock.now(), new Date(instant));
    }
  });
});

describe('the stopped clock', () => {
  it('stands still until it is moved, and the dates it returned cannot move it', () => {
    const clock = stoppedClock(start);
    clock.now().setFullYear(1999);
    expect(clock.now()).toEqual(start);
    const later = new Date('2022-01-01T00:00Z');
    clock.set(later);
    expect(clock.now()).toEqual(later);
  });
});
