import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { press } from './press.ts';

const decide = press('duyet.ok', 'number');
const file = press('file', 'number', 'text', 'number');
const forUnit = press('nop', 'maybeId', 'text');
const bare = press('units');
const list = press('danhsach', 'page');
const open = press('exemplar', 'id');
const several = press('duyet.all2', 'ids');

describe('a kind of button', () => {
  it('of several texts is damaged when all of them are empty', () => {
    const filter = press('loc', 'text', 'text');
    expect(filter.read('loc::')).toBeUndefined();
    expect(filter.read('loc:tonghop:')).toEqual(['tonghop', '']);
    expect(press('one', 'text').read('one:')).toEqual(['']);
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.nat(), fc.stringMatching(/^[a-z-]{1,10}$/), fc.nat(), (id, duty, year) => {
        expect(decide.read(decide.data(id))).toEqual([id]);
        expect(file.read(file.data(id, duty, year))).toEqual([id, duty, year]);
      }),
    );
    expect(forUnit.read(forUnit.data(null, 'annualReport'))).toEqual([null, 'annualReport']);
    expect(forUnit.data(null, 'annualReport')).toBe('nop:0:annualReport');
    expect(forUnit.read('nop:12:annualReport')).toEqual([12, 'annualReport']);
    expect(bare.read(bare.data())).toEqual([]);
    expect(several.read(several.data([7, 2_147_483_647]))).toEqual([[7, 2_147_483_647]]);
  });

  it.each([
    '',
    'duyet.ok',
    'duyet.ok:',
    'duyet.ok:x',
    'duyet.ok:1:2',
    'duyet.ok:1.5',
    'duyet.ok:2147483648',
    'duyet.no:1',
    'DUYET.OK:1',
    ':1',
  ])('does not read %j', (data) => expect(decide.read(data)).toBeUndefined());

  it.each([
    '2147483648',
    '-1',
    '99999999999999',
    '',
    '1.5',
    '1e3',
    '01',
    '+1',
    ' 1',
    '0x1',
    '٣',
    'NaN',
    '1\n',
  ])('neither takes %j for a number nor for an id', (text) => {
    expect(decide.read(`duyet.ok:${text}`)).toBeUndefined();
    expect(open.read(`exemplar:${text}`)).toBeUndefined();
  });

  it('accepts 0 for a number, never for an id', () => {
    expect(decide.read('duyet.ok:0')).toEqual([0]);
    expect(open.read('exemplar:0')).toBeUndefined();
    expect(open.read('exemplar:2147483647')).toEqual([2_147_483_647]);
  });

  it.each([
    ['-1', 0],
    ['-99999999999999', 0],
    ['7', 7],
    ['2147483648', 2_147_483_647],
    ['9'.repeat(40), 2_147_483_647],
  ])('clamps page %j to %i', (text, page) => expect(list.read(`danhsach:${text}`)).toEqual([page]));

  it.each(['', '1.5X', '1e3.', 'a b', '1..2', '1.1', '0', 'zik0zk', 'zzzzzzz', 'A', '-1'])(
    'does not take %j for ids',
    (text) => expect(several.read(`duyet.all2:${text}`)).toBeUndefined(),
  );

  it.each(['đ', '\0', 'a b', '\u200b'])('does not accept %j for a text', (text) =>
    expect(file.read(`file:1:${text}:2`)).toBeUndefined(),
  );

  it('never writes more than the 64 bytes that Telegram allows', () => {
    expect(file.data(1, 'x'.repeat(50), 2021)).toHaveLength(62);
    expect(() => file.data(1, 'đ'.repeat(30), 2021)).toThrow('too long');
  });
});
