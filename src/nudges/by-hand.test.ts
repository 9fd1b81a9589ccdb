import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendByHand } from './by-hand.ts';
import { previewNudge } from './preview.ts';
import { readRoundResult } from './round-result.ts';
import { sayNudge } from './say.ts';
import { snooze } from './snooze.ts';
import { createNudgeWorld, type NudgeWorld } from './testing/world.ts';

let world: NudgeWorld;
let officer: number;
let glar: number;
let trang: number;
let alone: number;
let liaison: number;
let offline: number;

const plans = { duty: 'implementationPlan', occurrence: '' } as const;

beforeEach(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  trang = await world.unit('Xã Trang');
  alone = await world.unit('Xã Hà Đông');
  officer = await world.person('Cán bộ Phòng Nội vụ');
  await world.member(officer, null, 'officer');
  liaison = await world.person('Nguyễn Văn A');
  await world.member(liaison, glar);
  await world.member(liaison, trang);
  offline = await world.person('Trần Thị B', []);
  await world.member(offline, trang);
});
afterEach(() => world.db.drop());

test('the preview shows recipients, people to phone, and the message', async () => {
  const preview = await previewNudge(world, { ...plans, note: 'Đề nghị gửi sớm' });
  expect(preview).toMatchObject({ units: 3, people: 1 });
  expect(preview.unconnected).toMatchObject([
    { unitId: trang, personId: offline, name: 'Trần Thị B', phone: expect.stringMatching(/^09/) },
    { unitId: alone, unit: 'Xã Hà Đông', personId: null },
  ]);
  expect(preview.example && sayNudge({ find: () => world.plan, several: false }, 'vi', preview.example)).toBe(
    [
      '<b>Phòng Nội vụ nhắn:</b> Đề nghị gửi sớm',
      'Hạn chót 24/8/2021, còn 6 ngày.',
      '• <b>Xã Glar</b> chưa nộp kế hoạch triển khai.',
      '• <b>Xã Trang</b> chưa nộp kế hoạch triển khai.',
    ].join('\n'),
  );
});

test('a press is one round, however often it arrives; the result is updated', async () => {
  const press = { key: 'telegram:77', officerId: officer, ...plans, note: 'Đề nghị gửi sớm' };
  const [first, again] = await Promise.all([sendByHand(world, press), sendByHand(world, press)]);
  expect(again).toEqual(first);
  expect(first.deliveries).toHaveLength(2);
  const empty = { pending: 0, sent: 0, blocked: 0, unconnected: 0, dropped: 0, failed: 0 };
  expect((await readRoundResult(world, press.key))?.counts).toEqual({ ...empty, pending: 2 });

  await world.sendAll();
  expect(world.sent.map(({ personId }) => personId)).toEqual([liaison]);
  expect(world.sent[0]?.text).toContain('Đề nghị gửi sớm');
  const result = await readRoundResult(world, press.key);
  expect(result?.counts).toEqual({ ...empty, sent: 1, unconnected: 1 });
  expect(result?.unreached).toMatchObject([
    { personId: offline, status: 'unconnected', units: ['Xã Trang'] },
  ]);
  expect(result?.unitsWithoutPeople).toEqual([{ unitId: alone, unit: 'Xã Hà Đông' }]);
});

test('another press is another round, at any hour', async () => {
  world.goTo('2021-08-20', '22:30');
  await sendByHand(world, { key: 'telegram:1', officerId: officer, ...plans });
  await world.sendAll();
  await sendByHand(world, { key: 'telegram:2', officerId: officer, ...plans });
  await world.sendAll();
  expect(world.sent).toHaveLength(2);
});

test('a person who files between the press and the sending is left out', async () => {
  await sendByHand(world, { key: 'telegram:1', officerId: officer, ...plans });
  await world.file(glar, liaison, 'implementationPlan');
  await world.file(trang, liaison, 'implementationPlan');
  await world.sendAll();
  expect(world.sent).toEqual([]);
  expect((await readRoundResult(world, 'telegram:1'))?.counts.dropped).toBe(2);
});

test('blocked people are in the list to phone', async () => {
  world.channel.answer = () => 'blocked';
  await sendByHand(world, { key: 'telegram:1', officerId: officer, ...plans });
  await world.sendAll();
  expect((await readRoundResult(world, 'telegram:1'))?.unreached).toMatchObject([
    { personId: liaison, status: 'blocked', units: ['Xã Glar', 'Xã Trang'] },
    { personId: offline, status: 'unconnected' },
  ]);
});

test('heads are told where the ladder tells them by now', async () => {
  const head = await world.person('Phạm Văn D');
  await world.member(head, alone, 'head');
  expect((await previewNudge(world, plans)).people).toBe(1);
  world.goTo('2021-08-27', '08:00');
  expect((await previewNudge(world, plans)).people).toBe(2);
});

test('a duty without a date reaches no one, and only an officer can send', async () => {
  expect(await previewNudge(world, { duty: 'periodSummary', occurrence: '' })).toEqual({
    units: 0,
    people: 0,
    unconnected: [],
  });
  const press = { key: 'telegram:1', officerId: liaison, ...plans };
  await expect(sendByHand(world, press)).rejects.toMatchObject({ code: 'not-allowed' });

  const { id: officeId } = await world.db.prisma.office.create({ data: { code: 'phu-xuan' } });
  await world.db.prisma.membership.updateMany({ where: { personId: officer }, data: { officeId } });
  const ofOther = { ...press, key: 'press-other', officerId: officer };
  await expect(sendByHand(world, ofOther)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await readRoundResult(world, 'telegram:1')).toBeUndefined();
});

test("a liaison's snooze of it comes back in the morning", async () => {
  // The ladder's nudge has been sent already.
  await world.planNow();
  await world.sendAll();
  const { deliveries } = await sendByHand(world, { key: 'telegram:1', officerId: officer, ...plans });
  await world.sendAll();
  await snooze(world, { deliveryId: deliveries[0] ?? 0, personId: liaison });
  world.goTo('2021-08-19');
  expect(await world.planNow()).toEqual({ deliveries: 1 });
});
