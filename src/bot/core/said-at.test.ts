import { expect, test } from 'vitest';
import { movableClock } from '../../clock.ts';
import { saidAt } from './said-at.ts';

const hour = 3_600_000;
const rehearsed = () => movableClock(new Date('2021-08-18T00:30:00+07:00'));
const secondsAgo = (ms: number) => Math.floor((Date.now() - ms) / 1000);
const far = (a: Date, b: string) => Math.abs(a.getTime() - new Date(b).getTime());

test('a message that waited an hour was sent an hour ago, also by a moved clock', () => {
  const said = saidAt(rehearsed(), {}, secondsAgo(hour));
  expect(far(said, '2021-08-17T23:30:00+07:00')).toBeLessThan(60_000);
});

test('a channel of our own uses our clock', () => {
  const stamped = new Date('2021-08-17T21:00:00+07:00');
  expect(saidAt(rehearsed(), { ownTime: true }, stamped.getTime() / 1000)).toEqual(stamped);
});

test.each([undefined, 0])('without a date (%s) it was sent now', (date) => {
  expect(far(saidAt(rehearsed(), {}, date), '2021-08-18T00:30:00+07:00')).toBeLessThan(60_000);
});

test('a date in the future counts as now', () => {
  const said = saidAt(rehearsed(), {}, secondsAgo(-48 * hour));
  expect(far(said, '2021-08-18T00:30:00+07:00')).toBeLessThan(60_000);
});
