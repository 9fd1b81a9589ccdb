import { describe, expect, test } from 'vitest';
import { at } from '../nudges/testing/world.ts';
import { dueOf } from '../plan/due.ts';
import { loadPlan } from '../plan/load.ts';
import { nameDuty, sayStanding } from './say.ts';
import type { DutyStanding } from './standing.ts';

const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');
const handedIn = {
  planId: 1,
  unitId: 1,
  duty: 'implementationPlan',
  occurrence: '' as const,
  due: dueOf(plan, 'implementationPlan', ''),
};
const quota = { min: 10, max: 15, expected: null };
const list = {
  planId: 1,
  unitId: 1,
  duty: 'registration',
  occurrence: '' as const,
  due: dueOf(plan, 'registration', ''),
  quota,
};

describe('one line of /hannop', () => {
  test.each<[string, DutyStanding, string, string]>([
    [
      'missing',
      { ...handedIn, status: 'missing' },
      '2021-08-21',
      'Chưa xong. Hạn chót 24/8/2021, còn 3 ngày.',
    ],
    [
      'missing on the last day',
      { ...handedIn, status: 'missing' },
      '2021-08-24',
      'Chưa xong. Hạn chót 24/8/2021, hôm nay là ngày cuối.',
    ],
    [
      'overdue',
      { ...handedIn, status: 'overdue' },
      '2021-08-27',
      'Chưa xong. Hạn chót 24/8/2021, đã quá hạn 3 ngày.',
    ],
    [
      'done, on the day that the calendar of the place shows',
      { ...handedIn, status: 'done', doneAt: at('2021-08-20', '00:30') },
      '2021-08-21',
      'Đã xong ngày 20/8/2021.',
    ],
    [
      'done late',
      { ...handedIn, status: 'doneLate', doneAt: at('2021-08-26') },
      '2021-09-01',
      'Đã xong ngày 26/8/2021, trễ hạn (24/8/2021).',
    ],
    [
      'without a date',
      { planId: 1, unitId: 1, duty: 'implementationPlan', occurrence: '' as const, status: 'unset' },
      '2021-09-01',
      'Thời hạn chưa ấn định.',
    ],
  ])('%s', (_, standing, date, words) => {
    expect(sayStanding(plan, 'vi', standing, at(date))).toBe(`<b>Kế hoạch triển khai:</b> ${words}`);
  });

  test('registration says how many there are, and in English too', () => {
    const missing: DutyStanding = { ...list, status: 'missing', counted: 6, missing: 4 };
    expect(sayStanding(plan, 'vi', missing, at('2021-08-21'))).toBe(
      '<b>Đăng ký điển hình tiên tiến:</b> đã có 6 (chỉ tiêu 10–15), còn thiếu 4. ' +
        'Chưa xong. Hạn chót 24/8/2021, còn 3 ngày.',
    );
    const done: DutyStanding = { ...list, status: 'done', counted: 12, missing: 0, doneAt: at('2021-08-20') };
    expect(sayStanding(plan, 'en', done, at('2021-08-21'))).toBe(
      '<b>Registration of exemplars:</b> 12 registered (quota 10–15). Done on 20/8/2021.',
    );
  });
});

test.each([
  ['annualReport', '2021', 'alone', 'Báo cáo kết quả năm 2021'],
  ['annualReport', '2021', 'inside', 'báo cáo kết quả năm 2021'],
  ['awardProposals', '2022', 'inside', 'đề nghị khen thưởng 2022'],
  ['implementationPlan', '', 'alone', 'Kế hoạch triển khai'],
] as const)('the name of %s %s, %s', (duty, occurrence, where, name) => {
  expect(nameDuty(plan, 'vi', { duty, occurrence }, where)).toBe(name);
});
