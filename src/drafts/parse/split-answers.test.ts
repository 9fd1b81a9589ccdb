import { describe, expect, it } from 'vitest';
import { splitAnswers, splitAtCommas } from './split-answers.ts';

describe('splitAnswers', () => {
  it.each<[text: string, parts: string[]]>([
    [
      'Ông A Nhưk, Trưởng thôn\n125 người\nLàng Đê Kốp',
      ['Ông A Nhưk, Trưởng thôn', '125 người', 'Làng Đê Kốp'],
    ],
    ['Bà H’Ben \r\n\r\n 40\r\n', ['Bà H’Ben', '40']],
    ['Ông Siu Blơ; 60 người; thôn 3', ['Ông Siu Blơ', '60 người', 'thôn 3']],
    ['1. Ông Rơ Lan Thim\n2. 18\n3. làng Groi', ['Ông Rơ Lan Thim', '18', 'làng Groi']],
    ['- 1980\n- nam', ['1980', 'nam']],
    ['• 1962\n• nữ\n• Kinh', ['1962', 'nữ', 'Kinh']],
    // A mark that only one line has is a part of that line.
    ['Tổ liên gia\n2. tổ 5', ['Tổ liên gia', '2. tổ 5']],
    ['Làng Đê Kốp', ['Làng Đê Kốp']],
    ['Bí thư chi bộ; ', ['Bí thư chi bộ']],
  ])('%j', (text, parts) => {
    expect(splitAnswers(text)).toEqual(parts);
  });
});

it('splits at commas, without empty parts', () => {
  expect(splitAtCommas('1975, nữ , Ba Na,')).toEqual(['1975', 'nữ', 'Ba Na']);
});
