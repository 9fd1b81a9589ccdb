import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWholeNumber } from './parse-whole-number.ts';

const range = { min: 1, max: 100_000 };

test.each([
  ['25', 25],
  [' ２５ ', 25],
  ['025', 25],
  ['25 người', 25],
  ['25người', 25],
  ['có 25 thành viên.', 25],
  ['1.200', 1200],
  ['1,200', 1200],
  ['1 200', 1200],
  ['1.200 hộ', 1200],
  ['khoảng 30', 30],
  ['Khoảng 30 hộ', 30],
  ['hơn 30', 30],
  ['125 ạ', 125],
  ['dạ 125 người ạ', 125],
  ['125 👍', 125],
  ['125 ng', 125],
  ['có 1.250 khẩu nhé anh', 1250],
  ['TỔNG CỘNG 125 NGƯỜI', 125],
  ['hai mươi lăm người ạ', 25],
  ['dạ mười hai hộ', 12],
  ['Khoảng ba mươi thành viên', 30],
  ['năm người', 5],
  ['muoi hai', 12],
  ['khoang hai muoi lam nguoi', 25],
  ['ba muoi ho', 30],
  ['1O người', 10],
  ['2OO', 200],
  ['l2 hộ', 12],
  ['bảy mốt', undefined],
  ['một trăm', 100],
  ['một trăm hai mươi', 120],
  ['Hai trăm linh năm người ạ', 205],
  ['một trăm lẻ tám', 108],
  ['một trăm rưỡi hộ', 150],
  ['khoảng ba trăm hộ', 300],
  ['chín trăm chín mươi chín', 999],
  ['dạ một trăm mười lăm', 115],
  ['một trăm hai', undefined],
  ['một trăm mấy', undefined],
  ['hàng trăm', undefined],
  ['hai trăm nghìn', undefined],
  ['một trăm mươi', undefined],
  ['1 trăm', undefined],
])('"%s" is %s', (typed, value) => {
  const read = parseWholeNumber(typed, range);
  expect(read.ok ? read.value : undefined).toBe(value);
});

test.each([
  ['', 'unreadable'],
  ['nhiều', 'unreadable'],
  ['30 nghìn', 'unreadable'],
  ['30k', 'unreadable'],
  ['2 triệu', 'unreadable'],
  ['50%', 'unreadable'],
  ['trăm hai', 'unreadable'],
  ['hăm lăm', 'unreadable'],
  ['mười mấy người', 'unreadable'],
  ['hai mươi mấy', 'unreadable'],
  ['2 mươi', 'unreadable'],
  ['bốn mấy', 'unreadable'],
  ['2 vạn', 'unreadable'],
  ['2 tá', 'unreadable'],
  ['khoảng chục', 'unreadable'],
  ['B52', 'unreadable'],
  ['5/8', 'several'],
  ['25-30', 'several'],
  ['25 – 30 người', 'several'],
  ['từ 25 đến 30', 'several'],
  ['25 nam, 30 nữ', 'several'],
  ['25 30', 'several'],
  ['1.5', 'not-whole'],
  ['1.2000', 'not-whole'],
  ['12,5 người', 'not-whole'],
  ['0', 'too-small'],
  ['-5', 'too-small'],
  ['100.001', 'too-big'],
  ['99999999999999999999', 'too-big'],
])('"%s" is refused: %s', (typed, problem) => {
  expect(parseWholeNumber(typed, range)).toEqual({ ok: false, problem });
});

test('a number in range is understood, grouped as Vietnamese group it or not', () => {
  fc.assert(
    fc.property(fc.integer(range), (value) => {
      const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, '.');
      expect(parseWholeNumber(String(value), range)).toEqual({ ok: true, value });
      expect(parseWholeNumber(`${grouped} người`, range)).toEqual({ ok: true, value });
    }),
  );
});
