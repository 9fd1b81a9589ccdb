import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, formatDate } from '../../plan/calendar.ts';
import { parseDate } from './parse-date.ts';

const today = '2021-08-18';

test.each([
  ['5/8/2021', '2021-08-05'],
  ['05/08/2021', '2021-08-05'],
  ['5-8-21', '2021-08-05'],
  ['05.08.2021', '2021-08-05'],
  ['5 / 8 / 2021', '2021-08-05'],
  ['5–8–2021', '2021-08-05'],
  ['5 8 2021', '2021-08-05'],
  ['05082021', '2021-08-05'],
  ['2021-08-05', '2021-08-05'],
  ['2021/8/5', '2021-08-05'],
  ['５／８／２０２１', '2021-08-05'],
  ['5/8/2021.', '2021-08-05'],
  [' ngày 5 tháng 8 ', '2021-08-05'],
  ['ngày 5 tháng 8'.normalize('NFD'), '2021-08-05'],
  ['Ngày 05 tháng 08 năm 2021', '2021-08-05'],
  ['ngày 5, tháng 8, năm 2020', '2020-08-05'],
  ['ngay 5 thang 8 nam 2020', '2020-08-05'],
  ['NGÀY 5/8/2021', '2021-08-05'],
  ['ngày 5/8', '2021-08-05'],
  ['ngày 5/8 năm 2020', '2020-08-05'],
  ['5 thg 8', '2021-08-05'],
  ['5 thg 8, 2021', '2021-08-05'],
  ['5 Tháng Tám, 2021', '2021-08-05'],
  ['5 tháng năm', '2021-05-05'],
  ['5 tháng năm năm 2020', '2020-05-05'],
  ['5 tháng mười hai', '2020-12-05'],
  ['mùng 5 tháng 8', '2021-08-05'],
  ['họp ngày 5/8/2021', '2021-08-05'],
  ['thứ năm, ngày 5/8/2021', '2021-08-05'],
  ['Chủ nhật 15/8/2021', '2021-08-15'],
  ['T5, 5/8/2021', '2021-08-05'],
  ['tối 5/8/2021', '2021-08-05'],
  ['8h ngày 5/8/2021', '2021-08-05'],
  ['lúc 8 giờ 30 phút, ngày 5/8/2021', '2021-08-05'],
  ['8:30 5/8/2021', '2021-08-05'],
  ['ngày5tháng8năm2021', '2021-08-05'],
  ['5/8 năm nay', '2021-08-05'],
  ['ngày 5 tháng 8 năm ngoái', '2020-08-05'],
  ['5 tháng 8 ạ', '2021-08-05'],
  ['hôm nay ạ', '2021-08-18'],
  ['5 Aug 2021', '2021-08-05'],
  ['August 5, 2021', '2021-08-05'],
  ['18/8', '2021-08-18'],
  ['19/8', '2020-08-19'],
  ['29/2', '2020-02-29'],
  ['29/2/2020', '2020-02-29'],
  ['hôm nay', '2021-08-18'],
  ['Hôm nay.', '2021-08-18'],
  ['hom qua', '2021-08-17'],
  ['hôm kia', '2021-08-16'],
  ['5\u20118\u20112021', '2021-08-05'],
  ['05—08—2021', '2021-08-05'],
  ['5\u22128\u221221', '2021-08-05'],
  ['５‑８‑２０２１', '2021-08-05'],
  ['05-Aug-21', '2021-08-05'],
  ['5‑Aug', '2021-08-05'],
  ['05/Thg8/2021', '2021-08-05'],
  ['05-thg 8-21', '2021-08-05'],
  ['5/8/2021 0:00', '2021-08-05'],
  ['05/08/2021 08:30:00 SA', '2021-08-05'],
  ['2021-08-05T00:00:00', '2021-08-05'],
  ['5 \\ 8 \\ 2021', '2021-08-05'],
  ['5,8,2021', '2021-08-05'],
  ['NGAY 05 THANG 08 NAM 2021 A', '2021-08-05'],
  ['dạ em họp hôm 5/8 ạ', '2021-08-05'],
  ['Họp dân ngày 05.08.2021...', '2021-08-05'],
  ['ngày 5 tháng 8 tại nhà rông', '2021-08-05'],
  ['5/8/2021 (thứ năm) 👍', '2021-08-05'],
  ['8 giờ sáng ngày 5 tháng 8 nhé anh', '2021-08-05'],
  ['5/8/2021 lúc 8h', '2021-08-05'],
  ['tháng 8 ngày 5', '2021-08-05'],
  ['Ngày mười lăm tháng tám.', '2021-08-15'],
  ['ngày ba tháng năm năm 2021', '2021-05-03'],
  ['5/8 năm ngoái ạ', '2020-08-05'],
  ['sáng nay ạ', '2021-08-18'],
  ['dạ chiều qua', '2021-08-17'],
  ['họp hôm qua anh ạ', '2021-08-17'],
])('"%s" is %s', (typed, date) => {
  expect(parseDate(typed, today)).toEqual({ ok: true, value: date });
});

test.each([
  ['31/2', 'no-such-day'],
  ['31/2/2021', 'no-such-day'],
  ['29/2/2021', 'no-such-day'],
  ['8/25/2021', 'no-such-day'],
  ['0/8/2021', 'no-such-day'],
  ['5/8/0021', 'no-such-day'],
  ['19/8/2021', 'future'],
  ['5/8/22', 'future'],
  ['', 'unreadable'],
  ['5', 'unreadable'],
  ['2021', 'unreadable'],
  ['tháng 8', 'unreadable'],
  ['tuần trước', 'unreadable'],
  ['5/8/2021 và 6/8/2021', 'unreadable'],
  ['5/8/202', 'unreadable'],
  ['0905123456', 'unreadable'],
  ['ngày mai ạ', 'unreadable'],
  ['32-Aug-21', 'no-such-day'],
  ['20‑12‑2021', 'future'],
  ['mùng 5 tháng giêng', 'lunar'],
  ['rằm tháng bảy', 'lunar'],
  ['15/7 âm lịch ạ', 'lunar'],
  ['23/12 AL', 'lunar'],
  ['10/3 (âm)', 'lunar'],
  ['20 tháng chạp năm 2020', 'lunar'],
  ['mồng 4 Tết', 'lunar'],
  ['5 tháng 4 nhuận', 'lunar'],
])('"%s" is refused: %s', (typed, problem) => {
  expect(parseDate(typed, today)).toEqual({ ok: false, problem });
});

test('every past day is understood in every usual form', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(today, -days));
  fc.assert(
    fc.property(day, (date) => {
      const [year = '', month, dayOfMonth] = date.split('-');
      for (const typed of [
        date,
        formatDate(date),
        `${dayOfMonth}.${month}.${year}`,
        `ngày ${Number(dayOfMonth)} tháng ${Number(month)} năm ${year}`,
      ]) {
        expect(parseDate(typed, today)).toEqual({ ok: true, value: date });
      }
    }),
  );
});

test('without a year it is the latest such day in the past', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count));
  fc.assert(
    fc.property(days, days, (now, date) => {
      const [, month, dayOfMonth] = date.split('-');
      const parsed = parseDate(`${dayOfMonth}/${month}`, now);
      if (!parsed.ok) throw new Error(parsed.problem);
      expect(parsed.value.slice(5)).toBe(`${month}-${dayOfMonth}`);
      expect(parsed.value <= now).toBe(true);
      if (`${month}-${dayOfMonth}` !== '02-29') expect(parsed.value > addDays(now, -366)).toBe(true);
    }),
  );
});

test('29/2 without a year goes back to the leap year before', () => {
  expect(parseDate('29/2', '2023-06-01')).toEqual({ ok: true, value: '2020-02-29' });
  expect(parseDate('29/2', '1904-02-28')).toEqual({ ok: true, value: '1896-02-29' });
});

// The 18th of August 2021 is a Wednesday.
test.each([
  ['thứ sáu tuần trước', '2021-08-13'],
  ['Thứ 6 tuần trước ạ', '2021-08-13'],
  ['hôm thứ hai', '2021-08-16'],
  ['thứ 2 tuần này', '2021-08-16'],
  ['chủ nhật vừa rồi', '2021-08-15'],
  ['CN tuần trước', '2021-08-15'],
  ['thu tu vua qua', '2021-08-11'],
  ['chiều thứ năm tuần trước', '2021-08-12'],
  ['T7 vừa rồi nhé', '2021-08-14'],
  ['3 ngày trước', '2021-08-15'],
  ['cách đây hai ngày', '2021-08-16'],
  ['mùng 5 tháng này', '2021-08-05'],
  ['ngày 30 tháng trước', '2021-07-30'],
  ['mới hôm qua', '2021-08-17'],
  ['bữa kia', '2021-08-16'],
  ['hồi sáng nay', '2021-08-18'],
  ['thứ 7 tuần rồi', '2021-08-14'],
  ['chủ nhật tuần rồi ạ', '2021-08-15'],
  ['ngày 30 tháng rồi', '2021-07-30'],
  ['hum qua', '2021-08-17'],
  ['hồi 5/8', '2021-08-05'],
  ['5 tây tháng 8', '2021-08-05'],
  ['5/8/2O21', '2021-08-05'],
  ['o5/08/2021', '2021-08-05'],
  ['5⁄8⁄2021', '2021-08-05'],
  ['15 tháng sáu', '2021-06-15'],
  ['ngày muoi lam thang 6', '2021-06-15'],
  ['5/8 năm rồi', '2020-08-05'],
])('"%s" is counted from the day it was sent', (typed, date) => {
  expect(parseDate(typed, '2021-08-18')).toEqual({ ok: true, value: date });
});

test.each([
  ['thứ sáu tuần này', 'future'],
  ['mùng 5 tháng sau', 'unreadable'],
  ['ngay 5 thang sau', 'unreadable'],
  ['ngày 31 tháng trước nữa', 'unreadable'],
  ['tuần trước', 'unreadable'],
  ['3 ngày', 'unreadable'],
  ['nay', 'unreadable'],
  ['qua', 'unreadable'],
])('"%s" is no past day: %s', (typed, problem) => {
  expect(parseDate(typed, '2021-08-18')).toEqual({ ok: false, problem });
});

// Each time was read in two ways, and a line of them in every way to choose.
test.each([
  ' 1h ,',
  ' T1h',
  ', lúc 7 giờ 30',
  ' (thứ 2 ,',
  ' t2h',
  ' dương lịch',
  ' thứ hai tuần',
  ' 10:30 sáng ,',
])('a day with “%s” a thousand times is no day', (words) => {
  expect(parseDate(`5/8${words.repeat(1000)} x`, '2021-08-18')).toEqual({ ok: false, problem: 'unreadable' });
});
