import { expect, test } from 'vitest';
import { hasFigures } from './has-figures.ts';

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
