import { describe, expect, it } from 'vitest';
import { type BurstLimits, type BurstPart, continuesBurst } from './burst.ts';

const telegram: BurstLimits = { longest: 4096, numbered: true };
const zalo: BurstLimits = { longest: 2000, numbered: false };
const at = (id: number, date: number, length: number): BurstPart => ({ id, date, length });

describe('a message', () => {
  it.each([
    ['cut at the limit', telegram, at(7, 100, 4096), at(8, 100, 900)],
    ['cut at a space before it', telegram, at(7, 100, 4019), at(8, 101, 4096)],
    ['cut at a line end in its second half', telegram, at(7, 100, 2300), at(8, 100, 40)],
    ['that a slow network brought late', telegram, at(7, 100, 4090), at(8, 102, 1200)],
    ['of a channel without numbers', zalo, at(0x7f, 100, 2000), at(0x11, 100, 500)],
    ['of such a channel, cut at a word', zalo, at(0x11, 100, 1960), at(0x7f, 101, 2000)],
    ['that came later than a second, too long to be typed by then', zalo, at(1, 100, 2000), at(2, 109, 500)],
    ['that a phone without signal sent on', zalo, at(1, 100, 1990), at(2, 145, 1990)],
    ['that is a short end', zalo, at(1, 100, 2000), at(2, 102, 11)],
  ])('%s continues', (_what, limits, part, next) => {
    expect(continuesBurst(part, next, limits)).toBe(true);
  });

  it.each([
    ['a short text before it', telegram, at(7, 100, 2000), at(8, 100, 900)],
    ['an answer of the bot in between', telegram, at(7, 100, 4096), at(9, 100, 900)],
    ['time to read in between', telegram, at(7, 100, 4096), at(8, 103, 900)],
    ['the same message again', telegram, at(7, 100, 4096), at(7, 100, 4096)],
    ['an earlier message', telegram, at(8, 100, 4096), at(7, 99, 900)],
    ['a text longer than the limit, which was not cut', zalo, at(1, 100, 4000), at(2, 100, 500)],
    ['a text well below the limit', zalo, at(1, 100, 1700), at(2, 100, 500)],
    ['time to type it', zalo, at(1, 100, 2000), at(2, 110, 60)],
    ['time for a short word', zalo, at(1, 100, 2000), at(2, 102, 6)],
    ['more than a minute', zalo, at(1, 100, 2000), at(2, 161, 2000)],
  ])('with %s begins another', (_what, limits, part, next) => {
    expect(continuesBurst(part, next, limits)).toBe(false);
  });
});
