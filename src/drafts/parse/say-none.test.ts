import { expect, test } from 'vitest';
import { saysNoLine, saysNone, saysNotYet } from './say-none.ts';

test.each([
  'không',
  'không có ạ',
  'chưa có',
  'ko có ảnh',
  'không có minh chứng',
  'chưa kịp chụp ảnh',
  'không có số',
  'không có biên bản em ạ',
  'để trống',
  'bỏ trống nhé',
  'không có gì',
  'không có khó khăn gì',
  'không gặp khó khăn, vướng mắc gì ạ',
  'chưa có kiến nghị, đề xuất',
  'không có gì cả',
])('"%s" leaves the answer out', (text) => {
  expect(saysNone(text)).toBe(true);
});

test.each([
  '',
  'có',
  'không biết chữ nên khó tiếp cận',
  'không có vốn',
  'không có khó khăn về vốn nhưng thiếu đất',
  'không gặp mưa nên mất mùa',
  'chưa có điện lưới',
  'Không Nhớ Quê',
  'không quên nguồn cội',
  'Ba Na',
  'số 12',
  'để sau',
  'không nhớ',
  'chưa rõ',
  'không biết ạ',
  'không có ảnh nào đẹp cả',
])('"%s" is no word for nothing', (text) => {
  expect(saysNone(text)).toBe(false);
});

test.each([
  'không có cái nào',
  'không đạt cái nào cả',
  'ko có tiêu chí nào',
  'không đề nghị ai',
  'không chọn dòng nào ạ',
  'chưa đề nghị cá nhân nào',
  'không',
])('"%s" names no line', (text) => {
  expect(saysNoLine(text)).toBe(true);
});

test.each([
  '1',
  'không có người tái nghèo',
  'không có hộ nào vi phạm pháp luật',
  'có',
  'tất cả',
  'không biết chọn cái nào',
])('"%s" may name one', (text) => {
  expect(saysNoLine(text)).toBe(false);
});

test.each([
  'chưa họp',
  'chưa họp dân ạ',
  'mai họp',
  'mai mới họp',
  'sắp họp',
  'tuần sau mới họp',
  'chưa tổ chức',
  'chưa',
])('"%s" says that it is still to come', (text) => {
  expect(saysNotYet(text)).toBe(true);
});

test.each(['hôm qua họp', '5/8', 'họp rồi', 'không nhớ', 'chưa rõ ngày nào'])(
  '"%s" does not say that it is still to come',
  (text) => {
    expect(saysNotYet(text)).toBe(false);
  },
);
