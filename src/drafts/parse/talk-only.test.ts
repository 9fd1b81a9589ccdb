import { expect, test } from 'vitest';
import { isTalkBetween, isTalkOnly } from './talk-only.ts';

test.each([
  'là sao em?',
  'ủa',
  '?',
  'khoan',
  'khoan đã em',
  'từ từ đã',
  'để em hỏi lại',
  'xem lại',
  'sửa tên',
  'viết nhầm',
  'gửi nhầm rồi',
  'làm lại từ đầu',
  'không nhớ',
  'quên rồi',
  'trời ơi',
  'cái gì đây',
  'mai làm tiếp',
  'như tên zalo',
  'tên gì cũng được',
  'ok',
  'gửi đi em',
  'quay lại giúp em',
  'bỏ qua nhé anh',
  'sửa lại ạ',
  'hok biết',
  'hông biết em ơi',
  'k nhớ',
  'ko hiểu luôn',
])('"%s" answers nothing', (text) => {
  expect(isTalkOnly(text)).toBe(true);
});

test.each([
  'không có',
  'Làng Dôr 2',
  'Khoan giếng',
  'Trưởng thôn',
  'Ba Na',
  'Xem Lại Phố Xưa',
  'nông dân',
  'anh hùng lao động',
  'Sửa xe',
  'lưu anh',
  'Lưu Anh',
  'hồng nhớ',
  "K'Biết",
  'Hồng Ko',
])('"%s" may answer', (text) => {
  expect(isTalkOnly(text)).toBe(false);
});

test.each(['viết gì vậy em?', 'ủa', 'khoan đã', 'để em hỏi lại', 'viết nhầm', 'chờ chút', 'ghi sao đây?'])(
  '"%s" is no part of a long text',
  (text) => {
    expect(isTalkBetween(text)).toBe(true);
  },
);

test.each([
  'Không có',
  'Không có gì',
  'Không biết chữ nên khó tiếp cận thông tin',
  'Cần hỗ trợ vốn',
  'Em cần học tập nhiều hơn',
  'Làng có 125 hộ.',
  'Chưa có kinh phí',
  'Vì sao làng giữ được nghề?\nNhờ già làng.',
])('"%s" is a part of a long text', (text) => {
  expect(isTalkBetween(text)).toBe(false);
});
