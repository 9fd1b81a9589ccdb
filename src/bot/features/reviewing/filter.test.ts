import { describe, expect, test } from 'vitest';
import type { QueueFilter } from '../../../exemplars/review-queue.ts';
import { addToFilter, readFilter, writeFilter } from './filter.ts';
import { documentPresses, presses } from './presses.ts';

const longestCode = 'a23456789-123456789_1234';
const largest = 2 ** 31 - 1;

describe('a filter in a button', () => {
  test.each<[QueueFilter, string]>([
    [{}, ''],
    [{ late: true }, 'l'],
    [{ unitId: 100, late: true, exceptions: true }, 'le.u2s'],
    [{ documents: true, kind: 'commune' }, 'd.kcommune'],
    [{ unitId: largest, category: longestCode }, `.uzik0zj.c${longestCode}`],
  ])('%o is written and read again', (filter, text) => {
    expect(writeFilter(filter)).toBe(text);
    expect(readFilter(text)).toEqual(filter);
  });

  test.each(['u', '.u', '.uzzzzzzz', '.u-1', '.x5', '.k', '?!', '....'])(
    'what is damaged (%s) asks for nothing',
    (text) => {
      expect(readFilter(text)).toEqual({});
    },
  );

  test.each<QueueFilter>([
    { late: true, exceptions: true, unitId: largest, category: longestCode },
    { late: true, documents: true, kind: longestCode },
  ])('the longest (%o) fits every button that carries one', (filter) => {
    const text = writeFilter(filter);
    for (const one of [...Object.values(presses), ...Object.values(documentPresses)]) {
      const data = one.data as (...args: unknown[]) => string;
      for (const args of [[largest, text], [text]]) expect(() => data(...args)).not.toThrow();
    }
    expect(() => presses.similar.data([largest, largest], text)).not.toThrow();
  });
});

describe('one more filter', () => {
  test.each<[QueueFilter, QueueFilter, QueueFilter]>([
    [{ late: true }, { unitId: 5 }, { late: true, unitId: 5 }],
    [{ unitId: 5 }, { unitId: 6 }, { unitId: 6 }],
    [{ unitId: 5, late: true }, { kind: 'commune' }, { kind: 'commune', late: true }],
    [{ kind: 'commune' }, { unitId: 5 }, { unitId: 5 }],
    [{ kind: 'commune' }, { category: 'health' }, { category: 'health' }],
    [{ unitId: 5 }, { category: 'health' }, { unitId: 5, category: 'health' }],
    [
      { category: 'health', exceptions: true, unitId: 5 },
      { documents: true },
      { documents: true, unitId: 5 },
    ],
    [{ documents: true, late: true }, { exceptions: true }, { exceptions: true, late: true }],
    [{ documents: true }, { category: 'health' }, { category: 'health' }],
  ])('to %o adds %o', (filter, wish, expected) => {
    expect(addToFilter(filter, wish)).toEqual(expected);
  });
});
