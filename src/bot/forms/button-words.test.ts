import { expect, test } from 'vitest';
import { readButtonWords, readLineToEdit, saysDone } from './button-words.ts';
import { ops } from './buttons.ts';

test.each([
  ['quay lại câu trước', ops.back],
  ['sửa câu trên giúp em với', ops.back],
  ['trở lại ạ', ops.back],
  ['lùi lại nhé', ops.back],
  ['cau truoc', ops.back],
  ['để sau', ops.save],
  ['dạ để mai làm', ops.save],
  ['mai lam tiep nhé', ops.save],
  ['tạm dừng', ops.save],
  ['Lưu lại', ops.save],
  ['Mai Làm', undefined],
  ['Làng Dôr 2', undefined],
  ['Lưu', undefined],
  ['tiếp tục', undefined],
  ['lưu truyền nghề dệt', undefined],
  ['', undefined],
])('"%s" means the button %s', (text, op) => {
  expect(readButtonWords(text)).toBe(op);
});

test.each([
  'xong',
  'xong hết rồi ạ',
  'hoàn thành',
  'hết ý rồi em',
  'chỉ có vậy thôi',
  'câu tiếp theo',
  'oki',
])('"%s" means done', (text) => {
  expect(saysDone(text)).toBe(true);
});

test.each(['xong việc thì nghỉ', 'hết lòng vì dân', 'đủ ăn', 'hoàn thành chỉ tiêu', 'không', 'gửi đi'])(
  '"%s" does not mean done',
  (text) => {
    expect(saysDone(text)).toBe(false);
  },
);

test.each([
  ['sửa tên', 'ten'],
  ['cho em sửa lại số người với ạ', 'so nguoi'],
  ['sai năm sinh rồi', 'nam sinh'],
  ['ghi nhầm địa bàn', 'dia ban'],
  ['doi lai ngay suy ton', 'ngay suy ton'],
  ['sửa', undefined],
  ['Đội cồng chiêng làng Dur', undefined],
  ['Đồi chè', undefined],
  ['đổi địa bàn', 'dia ban'],
  ['đổi mới phương pháp dạy học cho học sinh vùng sâu vùng xa', undefined],
  ['tên', undefined],
])('"%s" wants to change "%s"', (text, line) => {
  expect(readLineToEdit(text)).toBe(line);
});
