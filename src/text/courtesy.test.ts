import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isThanks, readingsOf, saysWords, withoutAnyCourtesy, withoutCourtesy } from './courtesy.ts';

test.each([
  ['bỏ qua ạ', 'bỏ qua'],
  ['Xong rồi nha chị ơi!!!', 'Xong'],
  ['dạ em chào anh ạ, cho em báo cáo tổng hợp năm 2021 ạ', 'báo cáo tổng hợp năm 2021'],
  ['Kính gửi quý phòng, nhờ anh giúp em xã Glar với ạ', 'xã Glar'],
  ['TẬP THỂ Ạ', 'TẬP THỂ'],
  ['TAP THE A', 'TAP THE'],
  ['ok 👍 1', '1'],
  ['1️⃣', '1'],
  ['Đồng ý :)))', 'Đồng ý'],
  ['hạn nộp /-heart /-strong', 'hạn nộp'],
  ['5/8/2021...', '5/8/2021'],
  ['(1)', '(1)'],
  ['dạ   1975   ạ', '1975'],
  ['xã H’Neng nhé', 'xã H’Neng'],
  ['K7Q2-9M4D, em cảm ơn anh nhiều ạ', 'K7Q2-9M4D'],
  ['please, help', 'help'],
  ['chi oi xong', 'xong'],
  ['dạ chi tiết ạ', 'chi tiết'],
])('of "%s" remains "%s"', (text, rest) => expect(withoutCourtesy(text)).toBe(rest));

test.each([
  ['hôm nay'],
  ['Khu A'],
  ['Đà Nẵng'],
  ['có'],
  ['co'],
  ['không'],
  ['25 hộ'],
  ['ba'],
  ['Nguyễn Thị Nhẫn'],
  ['Xã Nam Yang'],
  ['chi tiết'],
  ['quý này'],
  ['tháng này'],
  ['chi tiet'],
  ['chi cục thuế'],
  ['chi hội phụ nữ'],
  ['Chi đoàn Glar'],
  ['ban chqs'],
  ['ban tuyên giáo'],
  ['bac si'],
])('"%s" is all content', (text) =>
  expect(readingsOf(text).filter((one) => one !== text && one !== 'Khu')).toEqual([]),
);

test('all of a text is read first, the barest last', () => {
  expect(readingsOf('dạ không phải tôi ạ')).toEqual([
    'dạ không phải tôi ạ',
    'dạ không phải tôi',
    'dạ không phải',
    'không phải tôi ạ',
    'không phải tôi',
    'không phải',
  ]);
});

test('words before a command go where a command is looked for', () => {
  const asked = 'cho tôi xem báo cáo danh sách năm nay xã Glar giúp với';
  expect(readingsOf(asked, { requests: true }).at(-1)).toBe('báo cáo danh sách năm nay xã Glar');
  const report = 'anh cho chú xin cái báo cáo tổng hợp 2021';
  expect(readingsOf(report, { requests: true }).at(-1)).toBe('báo cáo tổng hợp 2021');
  expect(withoutCourtesy('gửi đi ạ')).toBe('gửi');
});

test.each([
  ['1 nhé, 3 nữa ạ', '1, 3'],
  ['dạ 2, em 4 ạ', '2, 4'],
  ['tổng hợp giúp em năm 2021', 'tổng hợp năm 2021'],
  ['vâng ạ em cảm ơn', ''],
])('anywhere in "%s": "%s" remains', (text, rest) => expect(withoutAnyCourtesy(text)).toBe(rest));

test.each([
  'cảm ơn',
  'Em cảm ơn anh nhiều ạ',
  'dạ vâng em cám ơn 🙏',
  'XIN CHÂN THÀNH CẢM ƠN!',
  'thanks',
  'cam on a',
  'ok cảm ơn chị nha',
])('"%s" is thanks', (text) => expect(isThanks(text)).toBe(true));

test.each(['dạ vâng ạ', 'cảm ơn đã đăng ký', 'chào anh', '1', '', 'Hội cảm ơn', '👍'])(
  '"%s" is no thanks',
  (text) => expect(isThanks(text)).toBe(false),
);

describe('a known word', () => {
  it.each([
    ['quay lại ạ', 'Quay lại'],
    ['QUAY LAI', 'Quay lại'],
    ['“Bỏ qua” nhé', 'Bỏ qua'],
    ["'Tập thể'", 'Tập thể'],
    ['ddawng kys', 'Đăng ký'],
    ['bor qua aj', 'Bỏ qua'],
    ['d9a8ng ky1', 'Đăng ký'],
    ['dạ xong rồi ạ', 'Xong'],
    ['không phải tôi ạ', 'Không phải tôi'],
    ['lưu  nháp giúp em với', 'Lưu nháp'],
  ])('"%s" says "%s"', (text, words) => expect(saysWords(text, words)).toBe(true));

  it.each([
    ['bỏ', 'Bỏ qua'],
    ['xong việc', 'Xong'],
    ['có', 'Không'],
    ['', ''],
    ['👍', ''],
  ])('"%s" does not say "%s"', (text, words) => expect(saysWords(text, words)).toBe(false));
});

test('something always remains, and a second reading takes nothing more off', () => {
  const word = fc.constantFrom(
    'dạ',
    'ạ',
    'em',
    'anh',
    'cảm ơn',
    'xong',
    '1',
    '👍',
    'với',
    ',',
    'xã',
    'Glar',
    '.',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.join(' ');
      const rest = withoutCourtesy(text);
      if (/[\p{L}\p{N}]/u.test(text)) expect(rest).toMatch(/[\p{L}\p{N}]/u);
      if (/xong|1|Glar/.test(text)) expect(withoutCourtesy(rest)).toBe(rest);
    }),
  );
});

test.each([
  ['dạ', 'ạ'],
  ['anh ơi', 'nhé'],
  ['em chào anh', 'cảm ơn anh'],
  ['dạ vâng', 'với ạ'],
  ['alo', 'nha'],
])('“%s” and “%s” said a thousand times make few readings', (before, after) => {
  const text = `${`${before} `.repeat(1000)}đăng ký${` ${after}`.repeat(1000)}`;
  const readings = readingsOf(text);
  expect(readings.length).toBeLessThan(200);
  expect([readings[0], readings.at(-1)]).toEqual([text, 'đăng ký']);
});
