import { describe, expect, it, test } from 'vitest';
import { parseName } from './parse-name.ts';

test.each([
  ['  Rơ Châm   H’Yéo ', 'Rơ Châm H’Yéo'],
  ['Câu lạc bộ\ncà phê sạch', 'Câu lạc bộ cà phê sạch'],
  ['Đinh Gơih'.normalize('NFD'), 'Đinh Gơih'],
  ['TỔ 3', 'TỔ 3'],
  ['a'.repeat(200), 'a'.repeat(200)],
  ['ệ'.normalize('NFD').repeat(200), 'ệ'.repeat(200)],
])('%j is kept as %j', (typed, name) => {
  expect(parseName(typed)).toEqual({ ok: true, value: name });
});

test.each([
  ['', 'wordless'],
  ['12345', 'wordless'],
  ['👍👍👍', 'wordless'],
  ['🇻🇳', 'wordless'],
  ['…', 'wordless'],
  ['\u3164\u3164\u3164', 'wordless'],
  ['\u115f\u1160\uffa0', 'wordless'],
  ['\u200b\u200b\u200d\u2060', 'wordless'],
  ['\u2800\u2800\u2800', 'wordless'],
  ['\u034f\u17b4\u180e', 'wordless'],
  ['\u{e0041}\u{e0042}\u{e0043}', 'wordless'],
  ['alo\u3164', 'talk'],
  ['o\u200bk ạ', 'talk'],
  ['Ghi gì đây?', 'question'],
  ['+84 905 123 456', 'phone'],
  ['Ai', 'too-short'],
  ['a'.repeat(201), 'too-long'],
])('%j is refused: %s', (typed, problem) => {
  expect(parseName(typed)).toEqual({ ok: false, problem });
});

describe('the name of a person', () => {
  const person = { min: 3, max: 200, short: true };
  it.each([
    ['Nguyễn Thị Hoa 0905123456', 'more'],
    ['Nguyễn Thị Hoa - 0905.123.456', 'more'],
    ['Ksor H’Lan (sđt +84 905 123 456)', 'more'],
    ['Nguyễn Thị Hoa, 02693 831 234', 'more'],
    ['Đinh Văn Hùng, sinh 1975', 'more'],
    ['Đinh Văn Hùng (1975)', 'more'],
    ['Đinh Văn Hùng, 1975, nam, Ba Na', 'more'],
  ])('%j holds more than a name: %s', (typed, problem) => {
    expect(parseName(typed, person)).toEqual({ ok: false, problem });
  });
  it.each([
    ['Nguyễn Thị Hoa.', 'Nguyễn Thị Hoa'],
    ['Nguyễn Thị Hoa ,', 'Nguyễn Thị Hoa'],
    ['Ông A Nhưk, Trưởng thôn 3', 'Ông A Nhưk, Trưởng thôn 3'],
    ['Nguyễn Văn T.', 'Nguyễn Văn T.'],
    ['Ông A Nhưk, Bí thư nhiệm kỳ 2020-2025', 'Ông A Nhưk, Bí thư nhiệm kỳ 2020-2025'],
  ])('%j is kept as %j', (typed, name) => {
    expect(parseName(typed, person)).toEqual({ ok: true, value: name });
  });
  it('of a model may hold a year and a number', () => {
    for (const name of ['Chiến sĩ Điện Biên 1954', 'Đường dây nóng 0905123456'])
      expect(parseName(name)).toEqual({ ok: true, value: name });
  });
});

describe('a short name of a person', () => {
  it.each(['Ơ', 'Y', 'A', 'Ni', 'Ly\u200b'])('%j is taken', (typed) => {
    expect(parseName(typed, { min: 3, max: 200, short: true })).toMatchObject({ ok: true });
  });
  it.each(['ơ', 'ab', 'y', 'z'])('%j is asked for again', (typed) => {
    expect(parseName(typed, { min: 3, max: 200, short: true })).toEqual({ ok: false, problem: 'too-short' });
  });
});

it('is kept without letters that show nothing', () => {
  expect(parseName('Siu\u3164 H’Pết\u2800')).toEqual({ ok: true, value: 'Siu H’Pết' });
});
