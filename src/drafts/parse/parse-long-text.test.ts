import { expect, test } from 'vitest';
import { hasFigures, parseLongText } from './parse-long-text.ts';

const limits = { min: 5, max: 10 };

test('a text between the limits is kept with its lines', () => {
  expect(parseLongText(' một\r\nhai ', limits)).toEqual({ ok: true, value: 'một\nhai' });
  expect(parseLongText('ệ'.normalize('NFD').repeat(10), limits)).toEqual({ ok: true, value: 'ệ'.repeat(10) });
});

test('a text beyond the limits is refused with its length', () => {
  expect(parseLongText('  abcd  ', limits)).toEqual({ ok: false, problem: 'too-short', length: 4 });
  expect(parseLongText('a'.repeat(11), limits)).toEqual({ ok: false, problem: 'too-long', length: 11 });
});

test.each([
  ['Vận động 25 hộ hiến đất', true],
  ['thu nhập 1,2 tỷ đồng', true],
  ['giảm 12% hộ nghèo', true],
  ['giảm hàng chục hộ nghèo', true],
  ['hơn hai trăm triệu đồng', true],
  ['trồng 2000 cây', true],
  ['trồng 2.000 cây trong năm 2020', true],
  ['giúp 25-30 hộ', true],
  ['đạt 1.200 lượt', true],
  ['từ 2018 đến 2021 (2021) luôn dẫn đầu', false],
  ['ngày 05.08.2021, quý 3/2021', false],
  ['Năm 2020 được khen thưởng', false],
  ['giai đoạn 2016 – 2020 luôn dẫn đầu', false],
  ['họp ngày 5/8/2021, tháng 8', false],
  ['Luôn gương mẫu, đoàn kết', false],
  ['Trăm sự nhờ dân', true],
])('"%s": figures %s', (text, figures) => {
  expect(hasFigures(text)).toBe(figures);
});
