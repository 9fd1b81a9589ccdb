import { expect, test } from 'vitest';
import { readSpeech, withoutEmptyWords } from './speech.ts';

test.each([
  ['cho a xin dsach đhtt', 'cho anh xin danh sách điển hình tiên tiến'],
  ['bn xã nộp r z?', 'bao nhiêu xã nộp rồi vậy'],
  ['mỗi tuần gửi e bc', 'hằng tuần gửi em báo cáo'],
  ['CV đôn đốc, đv nào chưa dc duyệt', 'công văn đôn đốc đơn vị nào chưa được duyệt'],
  ['chị Hồng và anh Hong', 'chị Hồng và anh Hong'],
  ['năm hai không hai mốt à nhầm 2022', '2022'],
])('“%s” is “%s”', (typed, said) => {
  expect(readSpeech(typed).words.join(' ')).toBe(said);
});

test.each([
  ['hết của xã Glar đi', 'xã Glar'],
  ['của thị trấn cho tôi', 'thị trấn'],
  ['thế nào rồi e', ''],
  ['mấy hồ sơ của chi cục', 'chi cục'],
  ['everything from Glar', 'Glar'],
  ['trừ xã Trang', 'trừ xã Trang'],
  ['không có minh chứng', 'không có minh chứng'],
])('of “%s” remains “%s”', (typed, left) => {
  expect(withoutEmptyWords(typed.split(' ')).join(' ')).toBe(left);
});
