import { describe, expect, test } from 'vitest';
import { loaded } from '../../tests/support/loaded.ts';
import type { DutyStanding } from '../duties/standing.ts';
import { dueOf } from '../plan/due.ts';
import { loadPlan } from '../plan/load.ts';
import type { Occurrence } from '../plan/occurrence.ts';
import { compareWithQuota, quotaOf } from '../plan/quota.ts';
import type { NudgeItem } from './item.ts';
import type { LateStep } from './late-steps.ts';
import { buildNudgeMessage } from './message.ts';
import { sayNudge, sayNudgeButton } from './say.ts';
import { at } from './testing/world.ts';

const plan = loaded(loadPlan('prisma/plans/101-kh-ubnd.yaml'));
const plans = { find: () => plan, several: false };

function item(unit: string, id: number, what: Partial<NudgeItem>, lacking: DutyStanding): NudgeItem {
  return { unit: { id, name: unit, position: id }, as: 'liaison', liaisons: [], ...what, standing: lacking };
}

function registration(counted: number, kind = 'commune', status: DutyStanding['status'] = 'missing') {
  const quota = quotaOf(plan, kind);
  const due = dueOf(plan, 'registration', '');
  const { missing } = compareWithQuota(quota, counted);
  return {
    planId: 1,
    unitId: 1,
    duty: 'registration',
    occurrence: '',
    status,
    counted,
    missing,
    quota,
    due,
  } as const;
}

function document(duty: string, occurrence: Occurrence = '', status: DutyStanding['status'] = 'missing') {
  return { planId: 1, unitId: 1, duty, occurrence, status, due: dueOf(plan, duty, occurrence) } as const;
}

function shown(
  now: Date,
  items: NudgeItem[],
  locale: 'vi' | 'en' = 'vi',
  note?: string,
  steps: LateStep[] = [],
) {
  const message = buildNudgeMessage([plan], now, { items, steps }, note);
  if (!message) return undefined;
  const text = sayNudge(plans, locale, message).replaceAll(/<\/?b>/g, '');
  return { text, buttons: message.buttons.map((button) => sayNudgeButton(plans, locale, button, message)) };
}

describe('a nudge in words', () => {
  const glar = [
    item('Xã Glar', 1, {}, registration(6)),
    item('Xã Glar', 1, {}, document('implementationPlan')),
  ];

  test('lists all that a unit lacks in one sentence, with the date', () => {
    expect(shown(at('2021-08-21'), glar)).toEqual({
      text: 'Xã Glar còn thiếu 4 điển hình (đã có 6/10–15) và chưa nộp kế hoạch triển khai. Hạn chót 24/8/2021, còn 3 ngày.',
      buttons: ['Đăng ký điển hình', 'Nộp kế hoạch', 'Nhắc lại ngày mai', 'Đã rõ'],
    });
    expect(shown(at('2021-08-23'), glar, 'en')).toEqual({
      text: 'Xã Glar lacks 4 exemplars (it has 6 of 10–15) and has not handed in: implementation plan. Last day 24/8/2021, 1 day left.',
      buttons: ['Register an exemplar', 'Hand in the plan', 'Remind me tomorrow', 'Understood'],
    });
  });

  test.each([
    ['2021-08-23', '08:00', 'còn 1 ngày.'],
    ['2021-08-24', '08:00', 'hôm nay là ngày cuối.'],
    ['2021-08-24', '23:59', 'hôm nay là ngày cuối.'],
    ['2021-08-25', '00:00', 'đã quá hạn 1 ngày.'],
    ['2021-09-07', '08:00', 'đã quá hạn 14 ngày.'],
  ])('counts the days of the calendar: %s %s → %s', (date, time, words) => {
    expect(shown(at(date, time), glar)?.text).toContain(`Hạn chót 24/8/2021, ${words}`);
  });

  test('a quota without a maximum', () => {
    const items = [item('Phòng Tư pháp', 1, {}, registration(0, 'agency'))];
    expect(shown(at('2021-08-21'), items)?.text).toBe(
      'Phòng Tư pháp còn thiếu 1 điển hình (đã có 0, cần ít nhất 1). Hạn chót 24/8/2021, còn 3 ngày.',
    );
  });

  test('several units share the line of the day, the earliest day first', () => {
    const items = [
      item('Xã Trang', 2, {}, document('annualReport', '2021')),
      item('Xã Trang', 2, {}, registration(9, 'commune', 'overdue')),
      item('Xã Glar', 1, {}, registration(6, 'commune', 'overdue')),
    ];
    expect(shown(at('2021-12-01'), items)).toEqual({
      text: [
        'Hạn chót 24/8/2021, đã quá hạn 99 ngày.',
        '• Xã Glar còn thiếu 4 điển hình (đã có 6/10–15).',
        '• Xã Trang còn thiếu 1 điển hình (đã có 9/10–15).',
        'Xã Trang chưa nộp báo cáo kết quả năm 2021. Hạn chót 15/12/2021, còn 14 ngày.',
      ].join('\n'),
      buttons: ['Đăng ký điển hình', 'Nộp báo cáo năm 2021', 'Nhắc lại ngày mai', 'Đã rõ'],
    });
  });

  test('the button names the unit when there is only one, and asks otherwise', () => {
    const one = buildNudgeMessage([plan], at('2021-08-21'), { items: glar });
    expect(one?.buttons).toEqual([
      { action: 'register', planId: 1, unitId: 1 },
      { action: 'file', planId: 1, duty: 'implementationPlan', occurrence: '', unitId: 1 },
      { action: 'snooze' },
      { action: 'acknowledge' },
    ]);
    const items = [...glar, item('Xã Trang', 2, {}, document('implementationPlan'))];
    const two = buildNudgeMessage([plan], at('2021-08-21'), { items });
    expect(two?.buttons.slice(0, 2)).toEqual([
      { action: 'register', planId: 1, unitId: 1 },
      { action: 'file', planId: 1, duty: 'implementationPlan', occurrence: '' },
    ]);
  });

  const late = (what: string, more: Partial<LateStep> = {}): LateStep => ({
    ...{ planId: 1, unit: { id: 1, name: 'Xã Glar', position: 1 }, as: 'liaison', liaisons: [] },
    ...{ what, who: 'Hội Nông dân', dueOn: '2021-08-20', days: 3, ...more },
  });

  test.each<[string, LateStep[], string, string[]]>([
    [
      'one step',
      [late('Tập huấn')],
      'Xã Glar có 1 việc bồi dưỡng điển hình quá hạn:\n• Tập huấn (Hội Nông dân), hạn 20/8/2021, quá 3 ngày',
      ['Việc bồi dưỡng', 'Nhắc lại ngày mai', 'Đã rõ'],
    ],
    [
      'four steps of a unit are named up to three',
      ['Một', 'Hai', 'Ba', 'Bốn'].map((what) => late(what)),
      '• Ba (Hội Nông dân), hạn 20/8/2021, quá 3 ngày\n… và 1 việc nữa',
      ['Việc bồi dưỡng', 'Nhắc lại ngày mai', 'Đã rõ'],
    ],
    [
      'a head reads whom to ask',
      [late('Tập huấn', { as: 'head', liaisons: ['Bình', 'Lan'] })],
      'Kính báo thủ trưởng đơn vị biết và đôn đốc:\nXã Glar có 1 việc bồi dưỡng điển hình quá hạn (cán bộ đầu mối: Bình, Lan):',
      ['Việc bồi dưỡng', 'Nhắc lại ngày mai', 'Đã rõ'],
    ],
    [
      'a head of a unit without a liaison',
      [late('Tập huấn', { as: 'head' })],
      'Xã Glar có 1 việc bồi dưỡng điển hình quá hạn (chưa có cán bộ đầu mối):',
      ['Việc bồi dưỡng', 'Nhắc lại ngày mai', 'Đã rõ'],
    ],
    [
      'words of a unit are no markup',
      [late('Mở <b>lớp</b> & tặng quà')],
      '• Mở &lt;b&gt;lớp&lt;/b&gt; &amp; tặng quà (Hội Nông dân)',
      ['Việc bồi dưỡng', 'Nhắc lại ngày mai', 'Đã rõ'],
    ],
  ])('overdue fostering steps: %s', (_, steps, text, buttons) => {
    const said = shown(at('2021-08-23'), [], 'vi', undefined, steps);
    expect(said?.text).toContain(text);
    expect(said?.buttons).toEqual(buttons);
  });

  test('duties and steps stand in one message', () => {
    const said = shown(at('2021-08-23'), glar, 'vi', undefined, [late('Tập huấn')]);
    expect(said?.text.split('\n')).toHaveLength(3);
    expect(said?.buttons).toEqual([
      ...['Đăng ký điển hình', 'Nộp kế hoạch', 'Việc bồi dưỡng', 'Nhắc lại ngày mai', 'Đã rõ'],
    ]);
  });

  test('sixty units are still a short message, which says how much it leaves out', () => {
    const items = Array.from({ length: 60 }, (_, i) => [
      item(`Xã ${i + 1}`, i + 1, {}, registration(3)),
      item(`Xã ${i + 1}`, i + 1, {}, document('implementationPlan')),
    ]).flat();
    const text = shown(at('2021-08-21'), items)?.text ?? '';
    expect(text.split('\n')).toHaveLength(10);
    expect(text).toContain('• Xã 8 còn thiếu 7 điển hình (đã có 3/10–15) và chưa nộp kế hoạch triển khai.');
    expect(text.endsWith('Còn 104 việc khác: chọn Hạn nộp để xem hết.')).toBe(true);
    expect(text.length).toBeLessThan(1000);
  });

  test('a head learns whom to ask and gets no buttons to register or file', () => {
    const head = { as: 'head', liaisons: ['Nguyễn Văn A', 'Trần Thị B'] } as const;
    const items = [
      item('Xã Glar', 1, { ...head, liaisons: [...head.liaisons] }, registration(6, 'commune', 'overdue')),
      item('Xã Trang', 2, { as: 'head' }, document('implementationPlan', '', 'overdue')),
    ];
    expect(shown(at('2021-08-27'), items)).toEqual({
      text: [
        'Kính báo thủ trưởng đơn vị biết và đôn đốc:',
        'Hạn chót 24/8/2021, đã quá hạn 3 ngày.',
        '• Xã Glar còn thiếu 4 điển hình (đã có 6/10–15) (cán bộ đầu mối: Nguyễn Văn A, Trần Thị B).',
        '• Xã Trang chưa nộp kế hoạch triển khai (chưa có cán bộ đầu mối).',
      ].join('\n'),
      buttons: ['Nhắc lại ngày mai', 'Đã rõ'],
    });
  });

  test("the officer's words come first, and typed text never becomes markup", () => {
    const items = [item('Xã <b>A&B</b>', 1, {}, registration(6))];
    const message = buildNudgeMessage([plan], at('2021-08-21'), { items }, 'Gửi <ngay> & luôn');
    expect(message && sayNudge(plans, 'vi', message)).toBe(
      '<b>Phòng Nội vụ nhắn:</b> Gửi &lt;ngay&gt; &amp; luôn\n' +
        '<b>Xã &lt;b&gt;A&amp;B&lt;/b&gt;</b> còn thiếu 4 điển hình (đã có 6/10–15). Hạn chót 24/8/2021, còn 3 ngày.',
    );
  });

  test('finished duties are left out, and when all are done there is no message', () => {
    const done = item('Xã Glar', 1, {}, { ...document('implementationPlan'), status: 'doneLate' });
    expect(shown(at('2021-08-21'), [done, item('Xã Glar', 1, {}, registration(6))])?.text).not.toContain(
      'kế hoạch',
    );
    expect(shown(at('2021-08-21'), [done])).toBeUndefined();
  });
});
