import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { press } from './press.ts';

const decide = press('duyet.ok', 'number');
const file = press('file', 'number', 'text', 'number');
const bare = press('units');

describe('a kind of button', () => {
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.stringMatching(/^[a-z-]{1,10}$/), fc.nat(), (id, duty, year) => {
        expect(decide.read(decide.data(id))).toEqual([id]);
        expect(file.read(file.data(id, duty, year))).toEqual([id, duty, year]);
      }),
    );
    expect(bare.read(bare.data())).toEqual([]);
  });

  it.each([
    '',
    'duyet.ok',
    'duyet.ok:',
    'duyet.ok:x',
    'duyet.ok:1:2',
    'duyet.ok:1.5',
    'duyet.no:1',
    'DUYET.OK:1',
    ':1',
  ])('does not read %j', (data) => expect(decide.read(data)).toBeUndefined());

  it('never writes more than the 64 bytes that Telegram gives a button', () => {
    expect(file.data(1, 'x'.repeat(50), 2021)).toHaveLength(62);
    expect(() => file.data(1, 'đ'.repeat(30), 2021)).toThrow('too long');
  });
});
