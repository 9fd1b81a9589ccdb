import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseChart, drawChart } from '../../src/bot/features/charting/presses.ts';
import { makeReport } from '../../src/bot/features/report-presses.ts';
import {
  chooseFilter,
  chooseKind,
  chooseScope,
  chooseYear,
} from '../../src/bot/features/reporting/presses.ts';
import { resumeReports } from '../../src/bot/features/reporting/resume-reports.ts';
import { standingPresses } from '../../src/bot/features/standing-reports/presses.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { openDirectPresses, type PressesDirectly } from '../support/press-directly.ts';

/** Buttons and orders of before the plan's lists changed, of another person, of a merged unit. */
describe('what was stored before', () => {
  let house: TestHouse;
  let press: PressesDirectly;
  const chats = new Map<string, { id: number; person: ChatPerson }>();
  const pool = () => house.app.house.db.pool;

  beforeAll(async () => {
    house = await testHouse({ start: '2021-08-18T10:00:00+07:00' });
    press = await openDirectPresses(house);
    for (const [role, name, unit] of [
      ['manager', 'Lê Văn Thanh', undefined],
      ['liaison', 'Siu Bình', 'GLAR'],
      ['publicist', 'Võ Ngọc Lan', undefined],
    ] as const) {
      const person = house.telegram.person({ name });
      await house.joined(name, role, unit, person);
      chats.set(role, { id: person.id, person });
    }
  });
  afterAll(() => house.close());

  const pressed = async (role: string, data: string) =>
    (await press(chats.get(role)?.id ?? 0, data)).join('\n');
  const gone = 'của kế hoạch đã thay đổi từ khi có nút này';
  const notAllowed = 'không có quyền làm việc này';
  const over = 'không còn dùng được';

  it.each([
    ['manager', chooseYear.data('tonghop', '2021~xAB'), gone],
    ['manager', chooseFilter.data('tonghop', '2021~xAB', ''), gone],
    ['manager', chooseFilter.data('tonghop', '2021~xAB', 'k'), gone],
    ['manager', chooseFilter.data('tiendo', '2021~zzzzz', 'd'), gone],
    ['manager', chooseScope.data('tonghop', '2021~xAB', 0), gone],
    ['manager', makeReport.data('danhsach', '2021-H1~xAB', null), gone],
    ['manager', makeReport.data('tiendo', '2021~xAB', 1), gone],
    ['manager', drawChart.data('donvi', '2021~xAB', null), gone],
    ['manager', chooseFilter.data('khong-co', '2021~xAB', 'k'), 'Chưa có báo cáo “khong-co”'],
    ['manager', makeReport.data('tonghop', '2021', 2_000_000), 'Không tìm thấy đơn vị'],
    ['manager', standingPresses.end.data(2_000_000), over],
    ['liaison', chooseYear.data('tonghop', '2021~xAB'), gone],
    ['liaison', makeReport.data('tonghop', '2021~xAB', 1), notAllowed],
    ['liaison', drawChart.data('donvi', '2021~xAB', null), notAllowed],
    ['publicist', chooseFilter.data('tonghop', '2021~xAB', 'k'), notAllowed],
    ['publicist', makeReport.data('tonghop', '2021~xAB', 1), notAllowed],
  ])('%s presses %s: “…%s…”', async (role, data, says) => {
    expect(await pressed(role, data)).toContain(says);
  });

  it.each([chooseKind.data(9, '2021~xAB', 0, 1), chooseChart.data(9, '2021~xAB', null)])(
    '%s gives an answer, and no report',
    async (data) => {
      expect(await pressed('manager', data)).toMatch(/nào|thay đổi/);
    },
  );

  it.each([
    [
      'of what the plan no longer has',
      { period: '2021~xAB', unitId: null },
      'đã thay đổi từ khi đặt bộ lọc này',
    ],
    ['of a unit that has ended', { period: '2021', unitId: 2 }, 'Không tìm thấy đơn vị.'],
  ])('a report in the making %s is not made of all units', async (_of, asked, why) => {
    await pool().query("update unit set active = false, until = '2021-08-01', successor_id = 3 where id = 2");
    const { person, id } = chats.get('manager') ?? never();
    await house.app.house.db.prisma.askedReport.create({
      data: {
        updateKey: `telegram:before-${asked.period}`,
        channel: 'telegram',
        chatId: id,
        personId: await idOf('Lê Văn Thanh'),
        planId: 1,
        question: { report: 'tonghop', ...asked },
        state: 'making',
        owner: '2147483647',
        askedAt: house.app.clock.now(),
      },
    });
    await resumeReports(house.app.house);
    expect((await person.sees('Chưa lập báo cáo “Tổng hợp theo đơn vị”')).text).toContain(why);
  });

  it('the button of a unit that was merged says which unit took over', async () => {
    const said = await pressed('manager', makeReport.data('tonghop', '2021', 2));
    expect(said).toMatch(/^Xã A Dơk không còn là đơn vị riêng từ khi có nút này, nay là .+\.\nĐơn vị nào\?$/);
  });

  it('a standing report by what the plan no longer has says so, each time', async () => {
    const { person } = chats.get('manager') ?? never();
    const order = { personId: await idOf('Lê Văn Thanh'), planId: 1, rhythm: 'daily' } as const;
    const since = house.app.clock.now();
    const { prisma } = house.app.house.db;
    for (const filter of [['kind.company', 'state.overdue'], ['duty.gone'], ['category.individual.none']])
      await prisma.standingReport.create({ data: { ...order, report: 'tiendo', filter, since } });
    // The same report and rhythm with another filter is another order.
    await person.says('/dinhky');
    for (const label of ['Đặt thêm báo cáo định kỳ', 'Tiến độ nộp', 'Xong', 'Hằng ngày'])
      await person.presses(label);
    await person.sees('mỗi ngày làm việc, lúc 08:00');
    await house.at('2021-08-19T08:01:00+07:00');
    const saying = async (words: RegExp) =>
      (await person.transcript()).filter(({ fromBot, text }) => fromBot && words.test(text)).length;
    // They come in any order.
    for (const value of ['company', 'gone', 'none'])
      await expect
        .poll(() => saying(new RegExp(`\\(.*${value}.*\\).*kế hoạch không còn nhóm đơn vị`)))
        .toBe(1);
    // Only that without a filter is made.
    await expect.poll(() => saying(/Báo cáo định kỳ, mỗi ngày làm việc\. Thôi nhận/)).toBe(1);
    await house.settled();
    const came = (await person.transcript()).filter(({ file }) => file?.startsWith('Bao-cao-tien-do'));
    expect(came).toHaveLength(1);
    await person.presses('Các báo cáo định kỳ');
    await person.sees('Các báo cáo tự gửi cho anh/chị');
  });

  it('another person’s standing report is not ended by its button', async () => {
    const { prisma } = house.app.house.db;
    const [first] = await prisma.standingReport.findMany({ orderBy: { id: 'asc' } });
    expect(await pressed('liaison', standingPresses.end.data(first?.id ?? 0))).toContain(over);
    expect(await prisma.standingReport.count({ where: { endedAt: null } })).toBe(4);
  });

  const idOf = async (name: string) =>
    (await house.app.house.db.prisma.person.findFirstOrThrow({ where: { name } })).id;
});

function never(): never {
  throw new Error('nobody has joined');
}
