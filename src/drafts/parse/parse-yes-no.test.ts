import { expect, test } from 'vitest';
import { parseYesNo } from './parse-yes-no.ts';

test.each([
  'có',
  'Có'.normalize('NFD'),
  'co',
  'CÓ.',
  'dạ có',
  'có ạ',
  'Vâng ạ',
  'dạ',
  'đúng rồi',
  'ok',
  'Yes',
  'y',
  'ｏｋ',
  'dạ có ạ',
  'vâng em',
  'dạ vâng',
  'ok anh 👍',
  'vâng đúng rồi ạ',
  'ừ',
  'cos',
  'Dạ em cảm ơn',
  'Đúng vậy ạ',
  'phải đấy ạ',
  'vẫn có nhé',
  'dạ cũng có ạ',
  'ờ',
  'ừm',
  'oki',
  'okiii',
  'chuẩn rồi em',
  '👍',
  '👍🏽',
  'được rồi ạ',
])('"%s" is a yes', (typed) => {
  expect(parseYesNo(typed)).toEqual({ ok: true, value: true });
});

test.each([
  'không',
  'khong',
  'Dạ không',
  'dạ, không ạ',
  'ko',
  'chưa',
  'chưa có',
  'không phải',
  'No',
  'n',
  'dạ không anh ơi',
  'ko nhé',
  'chưa có ạ em cảm ơn',
  'khoong',
  'KHONG A',
  'không phải ạ',
  'không phải vậy ạ',
  'hổng có ạ',
  'không đâu anh',
  '👎',
  '❌',
  'hem',
])('"%s" is a no', (typed) => {
  expect(parseYesNo(typed)).toEqual({ ok: true, value: false });
});

test.each([
  '',
  'có lẽ',
  'có không',
  'không biết',
  '😀',
  'chắc có',
  'không hẳn',
  '1',
  'để sau',
  'em chào anh',
  'không biết ạ',
  'giúp em với',
])('"%s" is neither', (typed) => {
  expect(parseYesNo(typed)).toEqual({ ok: false, problem: 'unreadable' });
});
