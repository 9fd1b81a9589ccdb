import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atLength } from '../../tests/support/which-run.ts';
import { listPendingDeliveries } from '../deliveries/testing/list-pending.ts';
import { addDays } from '../plan/calendar.ts';
import { snooze } from './snooze.ts';
import { at, createNudgeWorld, type NudgeWorld, type ReceivedMessage } from './testing/world.ts';

/** Possible events of an office, in any order. */
type Step =
  | { do: 'later'; hours: number }
  | { do: 'plan'; atOnce: number }
  | { do: 'send' }
  | { do: 'file'; unit: number; duty: 'implementationPlan' | 'annualReport' }
  | { do: 'register'; unit: number; count: number }
  | { do: 'snooze' }
  | { do: 'trouble'; kind: 'none' | 'throws' | 'blocked' };

const unit = fc.nat({ max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('later'), hours: fc.integer({ min: 1, max: 400 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('plan'), atOnce: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send') }) },
  fc.record({
    do: fc.constant('file'),
    unit,
    duty: fc.constantFrom('implementationPlan' as const, 'annualReport' as const),
  }),
  fc.record({ do: fc.constant('register'), unit, count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ do: fc.constant('snooze') }),
  fc.record({
    do: fc.constant('trouble'),
    kind: fc.constantFrom('none' as const, 'throws' as const, 'blocked' as const),
  }),
);

const names = ['Công an huyện', 'Trung tâm Y tế'];
const minimum = 5;

test('no one is told the same thing twice, nor about a duty that is done', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const world = await createNudgeWorld();
      try {
        told += await live(world, steps);
      } finally {
        await world.db.drop();
      }
    }),
    { numRuns: atLength ? 50 : 10 },
  );
  // Without this check the property would hold for a bot that says nothing.
  expect(told).toBeGreaterThan(20);
  // Shrinking a failing story takes longer than the story itself.
}, 300_000);

/** Plays the steps and checks each message as it is sent; returns the number of messages. */
async function live(world: NudgeWorld, steps: Step[]): Promise<number> {
  const units = [await world.unit('Công an huyện', 'police'), await world.unit('Trung tâm Y tế', 'health')];
  const both = await world.person('Nguyễn Văn A');
  const second = await world.person('Trần Thị B');
  const head = await world.person('Phạm Văn D');
  for (const id of units) await world.member(both, id);
  await world.member(second, units[1] ?? 0);
  await world.member(head, units[0] ?? 0, 'head');

  let now = at('2021-08-05');
  world.clock.set(now);
  const registered = [0, 0];
  const done = new Set<string>();
  let checked = 0;

  for (const one of steps) {
    switch (one.do) {
      case 'later':
        now = new Date(now.getTime() + one.hours * 3_600_000);
        world.clock.set(now);
        break;
      case 'plan':
        await Promise.all(Array.from({ length: one.atOnce }, () => world.planNow()));
        break;
      case 'send':
        await world.sendAll();
        for (const sent of world.sent.slice(checked)) expectNothingDone(sent, done);
        checked = world.sent.length;
        break;
      case 'file':
        done.add(`${one.unit} ${one.duty}`);
        await world.file(units[one.unit] ?? 0, both, one.duty, one.duty === 'annualReport' ? '2021' : '');
        break;
      case 'register':
        await world.register(units[one.unit] ?? 0, both, one.count);
        registered[one.unit] = (registered[one.unit] ?? 0) + one.count;
        if ((registered[one.unit] ?? 0) >= minimum) done.add(`${one.unit} registration`);
        break;
      case 'snooze': {
        const last = await world.db.prisma.delivery.findFirst({ orderBy: { id: 'desc' } });
        if (last) await snooze(world, { deliveryId: last.id, personId: last.personId });
        break;
      }
      case 'trouble':
        world.channel.answer = () => {
          if (one.kind === 'throws') throw new Error('no network');
          return one.kind === 'blocked' ? 'blocked' : 'sent';
        };
        if (one.kind === 'none') await world.db.prisma.account.updateMany({ data: { reachable: true } });
        break;
    }
  }

  const rows = await world.db.prisma.nudge.findMany({ include: { delivery: true } });
  const keys = rows.map(({ duty, occurrence, unitId, stage, personId }) =>
    [duty, occurrence, unitId, stage, personId].join(),
  );
  expect(new Set(keys).size).toBe(keys.length);
  // One message per delivery, and none that was sent is still waiting.
  const sentRows = await world.db.prisma.delivery.count({ where: { status: 'sent' } });
  expect(world.sent).toHaveLength(sentRows);
  // Stages only move forward: of two nudges about the same duty the later has a higher stage.
  for (const same of Map.groupBy(
    rows.filter(({ offsetDays }) => offsetDays !== null),
    (row) => [row.duty, row.occurrence, row.unitId, row.personId].join(),
  ).values()) {
    const climbed = same.sort((a, b) => a.deliveryId - b.deliveryId).map(({ offsetDays }) => offsetDays);
    expect(climbed).toEqual([...climbed].sort((a, b) => (a ?? 0) - (b ?? 0)));
  }
  await expectOneOnReturn(world);
  return world.sent.length;
}

function expectNothingDone({ text }: ReceivedMessage, done: Set<string>): void {
  for (const [i, name] of names.entries()) {
    const lines = text.split('\n').filter((line) => line.includes(name));
    if (done.has(`${i} implementationPlan`)) expect(lines.join()).not.toContain('kế hoạch triển khai');
    if (done.has(`${i} annualReport`)) expect(lines.join()).not.toContain('báo cáo kết quả năm 2021');
    if (done.has(`${i} registration`)) expect(lines.join()).not.toContain('điển hình');
  }
}

/** However long nothing was planned or sent, each person gets one message on return. */
async function expectOneOnReturn(world: NudgeWorld): Promise<void> {
  world.channel.answer = () => 'sent';
  await world.db.prisma.account.updateMany({ data: { reachable: true } });
  world.goTo(addDays('2022-01-10', 30), '09:00');
  await world.planNow();
  const before = world.sent.length;
  await world.sendAll();
  expect(await listPendingDeliveries(world.db.prisma)).toEqual([]);
  const byPerson = Map.groupBy(world.sent.slice(before), ({ personId }) => personId);
  for (const [personId, messages] of byPerson) expect(messages, `person ${personId}`).toHaveLength(1);
}
