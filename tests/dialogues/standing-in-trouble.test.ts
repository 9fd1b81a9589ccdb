import { afterAll, beforeAll, expect, it } from 'vitest';
import { runPendingDeliveries, sweepDeliveries } from '../../src/deliveries/sweep.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { workbookWords } from '../support/workbook-words.ts';

/** Reports that come by themselves while people, channels, the clock and the plan change. */
let house: TestHouse;
let officer: ChatPerson;
beforeAll(async () => {
  house = await testHouse({ zalo: true, start: '2021-08-20T10:00:00+07:00' });
  officer = await house.joined('Trần Thị Hạnh', 'officer');
});
afterAll(() => house.close());

async function orders(person: ChatPerson, report: string, rhythm: string): Promise<void> {
  await person.says('/dinhky');
  await person.presses('Đặt thêm báo cáo định kỳ');
  await person.presses(report);
  await person.presses('Xong');
  await person.presses(rhythm);
  await person.sees(/^Đã đặt/);
  await house.settled();
}

async function deliveriesOf(name: string): Promise<string[]> {
  await house.settled();
  const rows = await house.app.house.db.prisma.delivery.findMany({
    where: { kind: 'standing-report', person: { name } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ key, status, channel }) => `${key.split(':').at(-1)} ${status} ${channel ?? '-'}`);
}

const idOf = async (name: string) =>
  (await house.app.house.db.prisma.person.findFirstOrThrow({ where: { name } })).id;

const files = async (person: ChatPerson) => {
  const shown = (await person.transcript()).map(({ text, file }) => `${file ?? ''} ${text}`);
  return shown.filter((one) => one.includes('Báo cáo định kỳ, ')).length;
};

it('two that are due at the same minute come both, each once', async () => {
  await orders(officer, 'Tổng hợp theo đơn vị', 'Hằng ngày');
  await orders(officer, 'Theo lĩnh vực', 'Hằng ngày');
  await house.at('2021-08-23T08:00:00+07:00');
  await expect
    .poll(() => deliveriesOf('Trần Thị Hạnh'))
    .toEqual(['2021-08-23 sent telegram', '2021-08-23 sent telegram']);
  await expect.poll(() => files(officer)).toBe(2);
});

it('come no second time when the clock goes back by an hour, or a day', async () => {
  for (const time of ['23T07:30', '23T08:10', '22T08:10', '23T08:20'])
    await house.at(`2021-08-${time}:00+07:00`);
  await expect.poll(() => files(officer)).toBe(2);
});

it('one that waited until the evening comes on no evening, and once the next morning', async () => {
  const { pool, prisma } = house.app.house.db;
  await house.at('2021-08-24T21:30:00+07:00');
  const late = { kind: 'standing-report', personId: await idOf('Trần Thị Hạnh'), createdAt: new Date() };
  const [first] = await prisma.standingReport.findMany({ orderBy: { id: 'asc' } });
  const standingId = first?.id ?? 0;
  // As a channel in trouble left it in the morning, and as the release before wrote it.
  for (const [key, payload] of [
    [`standing-report:${standingId}:2021-08-24`, { standingId, day: '2021-08-24', planId: 1 }],
    [`standing-report:${standingId}:2021-08-20`, { standingId, day: '2021-08-20' }],
  ] as const)
    await prisma.delivery.create({ data: { ...late, key, payload } });
  await sweepDeliveries(pool);
  await house.settled();
  await expect.poll(() => files(officer)).toBe(2);
  await house.at('2021-08-25T08:01:00+07:00');
  await runPendingDeliveries(pool);
  await expect
    .poll(() => deliveriesOf('Trần Thị Hạnh'))
    .toEqual([
      ...['2021-08-23 sent telegram', '2021-08-23 sent telegram'],
      ...['2021-08-24 dropped -', '2021-08-20 dropped -'],
      ...['2021-08-25 sent telegram', '2021-08-25 sent telegram'],
    ]);
  await expect.poll(() => files(officer)).toBe(4);
});

it('are of the unit that their person serves now, and say nothing of the one before', async () => {
  const liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
  await orders(liaison, 'Danh sách chi tiết', 'Hằng ngày');
  await house.at('2021-08-26T08:00:00+07:00');
  expect((await liaison.sees('Báo cáo định kỳ, ')).text).toContain('Xã Glar');
  await officer.says('/nguoidung Nguyễn Văn Bình');
  await officer.presses('Đổi đơn vị');
  await officer.sees('đơn vị');
  await officer.says('Xã A Dơk');
  await officer.sees('Lý do?');
  await officer.says('Chuyển công tác từ 26/8/2021');
  await officer.presses('Đồng ý');
  await house.settled();
  await house.at('2021-08-27T08:00:00+07:00');
  const next = await liaison.sees(/Báo cáo định kỳ, .*/);
  expect(next.text).toContain('Xã A Dơk');
  expect(next.text).not.toContain('Glar');
});

it('show what the new role may see, and nothing without one', async () => {
  const { prisma } = house.app.house.db;
  const leaving = await house.joined('Lê Văn Thanh', 'officer');
  await orders(leaving, 'Tiến độ nộp', 'Hằng ngày');
  const day = async (date: string) => {
    await house.at(`${date}T08:00:00+07:00`);
    await house.settled();
  };
  const hasPhones = async () =>
    (await workbookWords((await leaving.receivesFile(/^Bao-cao-tien-do/)).bytes)).includes('Số điện thoại');
  await day('2021-08-30');
  expect(await hasPhones()).toBe(true);
  const where = { personId: await idOf('Lê Văn Thanh') };
  await prisma.membership.updateMany({ where, data: { role: 'manager' } });
  await day('2021-08-31');
  expect(await hasPhones()).toBe(false);
  await prisma.membership.updateMany({ where, data: { until: house.app.clock.now() } });
  await day('2021-09-01');
  await expect
    .poll(() => deliveriesOf('Lê Văn Thanh'))
    .toEqual([...['2021-08-30 sent telegram', '2021-08-31 sent telegram', '2021-09-01 dropped -']]);
});

it('come on no holiday, and on the first working day after it', async () => {
  for (const day of ['02', '03', '04', '05']) await house.at(`2021-09-${day}T08:30:00+07:00`);
  const before = await files(officer);
  await house.at('2021-09-06T08:00:00+07:00');
  await house.settled();
  await expect.poll(() => files(officer)).toBe(before + 2);
  expect((await deliveriesOf('Trần Thị Hạnh')).filter((one) => /2021-09-0[2-5]/.test(one))).toEqual([]);
});

it('reach a person on two channels once, and the other one when this is blocked', async () => {
  const onZalo = house.zalo.person({ name: 'Mai' });
  await house.joined('Lê Thị Mai', 'officer', undefined, onZalo);
  await orders(onZalo, 'Tổng hợp theo đơn vị', 'Hằng ngày');
  await onZalo.says('tài khoản');
  await onZalo.presses('Dùng thêm kênh khác');
  const { text } = await onZalo.sees('Mã để tham gia trên kênh hoặc thiết bị khác');
  const onTelegram = house.telegram.person({ name: 'Mai' });
  await onTelegram.says(/[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '');
  await onTelegram.presses('Đúng, tôi nhận');
  await onTelegram.sees('Đã xong.');
  await house.at('2021-09-07T08:00:00+07:00');
  await house.settled();
  onTelegram.blocks();
  await house.at('2021-09-08T08:00:00+07:00');
  await expect
    .poll(() => deliveriesOf('Lê Thị Mai'))
    .toEqual(['2021-09-07 sent telegram', '2021-09-08 sent zalo']);
  await expect.poll(async () => [await files(onTelegram), await files(onZalo)]).toEqual([1, 1]);
});

it('end with their plan, also one that is on its way', async () => {
  const { pool, prisma } = house.app.house.db;
  await house.at('2021-09-08T21:00:00+07:00');
  const [first] = await prisma.standingReport.findMany({ orderBy: { id: 'asc' } });
  const before = await files(officer);
  await officer.says('/kehoach');
  await officer.presses('Đóng 101/KH-UBND');
  await officer.presses('Đúng, đóng kế hoạch');
  await officer.sees('Đã đóng kế hoạch 101/KH-UBND.');
  await house.settled();
  await prisma.delivery.create({
    data: {
      ...{ key: `standing-report:${first?.id}:2021-09-09`, kind: 'standing-report', createdAt: new Date() },
      ...{
        personId: await idOf('Trần Thị Hạnh'),
        payload: { standingId: first?.id ?? 0, day: '2021-09-09', planId: 1 },
      },
    },
  });
  await house.at('2021-09-09T08:00:00+07:00');
  await runPendingDeliveries(pool);
  await expect.poll(async () => (await deliveriesOf('Trần Thị Hạnh')).at(-1)).toBe('2021-09-09 dropped -');
  await expect.poll(() => files(officer)).toBe(before);
});
