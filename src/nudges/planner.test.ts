import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acknowledge } from './acknowledge.ts';
import { snooze } from './snooze.ts';
import { at, createNudgeWorld, type NudgeWorld } from './testing/world.ts';

let world: NudgeWorld;
let glar: number;
let liaison: number;

beforeEach(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  liaison = await world.person('Nguyễn Văn A');
  await world.member(liaison, glar);
});
afterEach(() => world.db.drop());

const plain = (text: string | undefined) => text?.replaceAll(/<\/?b>/g, '');

describe('the ladder', () => {
  test('tells a liaison once, about all that is missing', async () => {
    await world.register(glar, liaison, 6);
    world.goTo('2021-08-20');
    expect(await world.planNow()).toEqual({ deliveries: 1 });
    expect(await world.planNow()).toEqual({ deliveries: 0 });
    expect(await world.stages()).toEqual([
      `registration before-3 u${glar} p${liaison}`,
      `implementationPlan before-3 u${glar} p${liaison}`,
    ]);
    await world.sendAll();
    await world.sendAll();
    expect(world.sent.map(({ text }) => plain(text))).toEqual([
      'Xã Glar còn thiếu 4 điển hình (đã có 6/10–15) và chưa nộp kế hoạch triển khai. Hạn chót 24/8/2021, còn 4 ngày.',
    ]);
  });

  test('two planners at once write it once', async () => {
    world.goTo('2021-08-20');
    const made = await Promise.all([world.planNow(), world.planNow(), world.planNow()]);
    expect(made.map(({ deliveries }) => deliveries).sort()).toEqual([0, 0, 1]);
    expect(await world.db.prisma.delivery.count()).toBe(1);
  });

  test.each([
    ['2021-08-20', '07:59', 0],
    ['2021-08-20', '08:00', 1],
    ['2021-08-20', '17:30', 1],
    ['2021-08-20', '17:31', 0],
    // A Saturday, and a Sunday at night.
    ['2021-08-21', '10:00', 0],
    ['2021-08-22', '03:00', 0],
    // A stage missed on Friday comes on Monday, half an hour earlier than a new one.
    ['2021-08-23', '07:29', 0],
    ['2021-08-23', '07:30', 1],
    // The last day.
    ['2021-08-24', '20:00', 1],
    ['2021-08-24', '20:01', 0],
    // National Day and the day after it, in the year of the plan.
    ['2021-09-03', '10:00', 0],
    ['2021-09-06', '08:00', 1],
    // Tết 2022: people were nudged on these days before there was a calendar.
    ['2022-01-31', '08:00', 0],
    ['2022-02-01', '08:00', 0],
    ['2022-02-02', '08:00', 0],
    ['2022-02-07', '08:00', 1],
  ])('keeps the hours and days of the office: at %s %s it writes %d', async (date, time, deliveries) => {
    await world.db.prisma.membership.updateMany({ data: { since: at('2021-08-18') } });
    world.goTo(date, time);
    expect(await world.planNow()).toEqual({ deliveries });
  });

  test('a missed stage is told the next morning, with the stage that begins that day', async () => {
    world.goTo('2021-08-23', '07:45');
    expect(await world.planNow()).toEqual({ deliveries: 1 });
    expect((await world.stages())[0]).toContain('before-1');
    world.goTo('2021-08-23', '08:05');
    expect(await world.planNow()).toEqual({ deliveries: 0 });
  });

  test('a day late it still tells the missed stage', async () => {
    world.goTo('2021-09-01', '07:45');
    expect(await world.planNow()).toEqual({ deliveries: 1 });
    expect((await world.stages())[0]).toContain('after-7');
  });

  test('after weeks without planning there is one nudge, not one per stage', async () => {
    world.goTo('2021-08-10');
    await world.planNow();
    world.goTo('2021-09-01', '09:00');
    expect(await world.planNow()).toEqual({ deliveries: 1 });
    expect(await world.stages()).toEqual(
      ['before-14', 'after-7'].flatMap((stage) => [
        `registration ${stage} u${glar} p${liaison}`,
        `implementationPlan ${stage} u${glar} p${liaison}`,
      ]),
    );
    // Also when older ones were recorded in time and not sent: only the newest goes out.
    expect((await world.sendAll()).map((one) => one.state === 'settled' && one.status)).toEqual([
      'dropped',
      'sent',
    ]);
  });

  test('a clock that goes back does not start the ladder again', async () => {
    world.goTo('2021-08-24');
    await world.planNow();
    world.goTo('2021-08-20');
    expect(await world.planNow()).toEqual({ deliveries: 0 });
  });

  test('finished units are left out; people who join later wait for the next stage', async () => {
    const trang = await world.unit('Xã Trang');
    await world.member(liaison, trang);
    await world.register(trang, liaison, 10);
    await world.file(trang, liaison, 'implementationPlan');
    const late = await world.person('Trần Thị B');
    await world.member(late, glar, 'liaison', at('2021-08-20', '08:00'));
    const left = await world.person('Lê Văn C');
    await world.member(left, glar);
    await world.db.prisma.membership.updateMany({
      where: { personId: left },
      data: { until: at('2021-08-19') },
    });

    world.goTo('2021-08-20', '09:00');
    await world.planNow();
    expect(await world.stages()).toEqual([
      `registration before-3 u${glar} p${liaison}`,
      `implementationPlan before-3 u${glar} p${liaison}`,
    ]);
    world.goTo('2021-08-23');
    await world.planNow();
    expect((await world.stages()).filter((line) => line.endsWith(`p${late}`))).toHaveLength(2);
  });

  test('several units and duties of one person are one message', async () => {
    const trang = await world.unit('Xã Trang');
    await world.member(liaison, trang);
    world.goTo('2021-08-20');
    expect(await world.planNow()).toEqual({ deliveries: 1 });
    await world.sendAll();
    expect(world.sent).toHaveLength(1);
    expect(world.sent[0]?.text).toContain('Xã Glar');
    expect(world.sent[0]?.text).toContain('Xã Trang');
  });

  test("heads are told from the day after, with the liaison's name", async () => {
    const head = await world.person('Phạm Văn D');
    await world.member(head, glar, 'head');
    const toHead = async (date: string) => {
      world.goTo(date);
      await world.planNow();
      await world.sendAll();
      return world.sent.filter(({ personId }) => personId === head).length;
    };
    expect(await toHead('2021-08-24')).toBe(0);
    expect(await toHead('2021-08-25')).toBe(1);
    expect(plain(world.sent.find(({ personId }) => personId === head)?.text)).toContain(
      '(cán bộ đầu mối: Nguyễn Văn A)',
    );
  });

  test('a yearly duty has its own ladder each year, weekly once it is past', async () => {
    await world.register(glar, liaison, 10);
    await world.file(glar, liaison, 'implementationPlan');
    for (const day of ['2021-12-01', '2021-12-22', '2021-12-29', '2022-01-04', '2022-01-05', '2022-12-01']) {
      world.goTo(day);
      await world.planNow();
    }
    const rows = await world.db.prisma.nudge.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ occurrence, stage }) => `${occurrence} ${stage}`)).toEqual([
      '2021 before-14',
      '2021 after-7',
      '2021 after-14',
      '2021 after-21',
      '2021 after-350',
      '2022 before-14',
    ]);
  });
});

describe('remind me tomorrow', () => {
  async function nudgedOn(date: string): Promise<number> {
    world.goTo(date);
    await world.planNow();
    await world.sendAll();
    const last = await world.db.prisma.delivery.findFirstOrThrow({ orderBy: { id: 'desc' } });
    return last.id;
  }

  test('asked twice, comes once, next working morning, with what is still missing', async () => {
    const deliveryId = await nudgedOn('2021-08-20');
    const mine = { deliveryId, personId: liaison };
    world.goTo('2021-08-20', '10:00');
    expect(await snooze(world, mine)).toEqual({ remindAt: at('2021-08-23') });
    await snooze(world, mine);
    await world.file(glar, liaison, 'implementationPlan');

    for (const day of ['2021-08-21', '2021-08-22']) {
      world.goTo(day);
      expect(await world.planNow()).toEqual({ deliveries: 0 });
    }
    world.goTo('2021-08-23', '08:00');
    expect(await world.planNow()).toEqual({ deliveries: 1 });
    expect(await world.planNow()).toEqual({ deliveries: 0 });
    await world.sendAll();
    expect(plain(world.sent.at(-1)?.text)).toBe(
      'Xã Glar còn thiếu 10 điển hình (đã có 0/10–15). Hạn chót 24/8/2021, còn 1 ngày.',
    );
    expect(world.sent).toHaveLength(2);
  });

  test('on a morning with a nudge of the ladder it is the same message', async () => {
    const deliveryId = await nudgedOn('2021-08-23');
    await snooze(world, { deliveryId, personId: liaison });
    world.goTo('2021-08-24');
    expect(await world.planNow()).toEqual({ deliveries: 1 });
    await world.sendAll();
    expect(world.sent).toHaveLength(2);
    expect(world.sent[1]?.text.split('chưa nộp')).toHaveLength(2);
  });

  test('nothing comes when all was done by then', async () => {
    const deliveryId = await nudgedOn('2021-08-20');
    await snooze(world, { deliveryId, personId: liaison });
    await world.file(glar, liaison, 'implementationPlan');
    await world.register(glar, liaison, 10);
    world.goTo('2021-08-23');
    expect(await world.planNow()).toEqual({ deliveries: 0 });
  });

  test("no one snoozes or acknowledges another person's nudge", async () => {
    const deliveryId = await nudgedOn('2021-08-20');
    const other = await world.person('Người khác');
    expect(await snooze(world, { deliveryId, personId: other })).toBeUndefined();
    expect(await acknowledge(world, { deliveryId, personId: other })).toBe(false);
    expect(await world.db.prisma.snooze.count()).toBe(0);
  });

  test('understood is recorded with the first time, and the ladder continues', async () => {
    const deliveryId = await nudgedOn('2021-08-20');
    expect(await acknowledge(world, { deliveryId, personId: liaison })).toBe(true);
    const first = await world.db.prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
    world.goTo('2021-08-23');
    expect(await acknowledge(world, { deliveryId, personId: liaison })).toBe(true);
    const again = await world.db.prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
    expect(again.acknowledgedAt).toEqual(first.acknowledgedAt);
    expect(await world.planNow()).toEqual({ deliveries: 1 });
  });
});
