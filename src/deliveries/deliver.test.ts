import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { transact } from '../store/transaction.ts';
import type { SendOutcome } from './accounts.ts';
import { deliver } from './deliver.ts';
import { enqueueDeliveries } from './ledger.ts';
import { listPendingDeliveries } from './testing/list-pending.ts';

let world: NudgeWorld;
let glar: number;
let liaison: number;

beforeEach(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  liaison = await world.person('Nguyễn Văn A', ['telegram', 'web']);
  await world.member(liaison, glar);
});
afterEach(() => world.db.drop());

/** A notice to the liaison, as the domain writes it. */
function notice(key: string) {
  return {
    key,
    personId: liaison,
    kind: 'exemplar-approve',
    payload: { exemplarId: 1 },
    at: world.clock.now(),
  };
}

async function written(key: string): Promise<number> {
  const [id] = await enqueueDeliveries(world.db.prisma, [notice(key)]);
  if (id === undefined) throw new Error('there already');
  return id;
}

async function nudged(): Promise<number> {
  world.goTo('2021-08-20');
  await world.planNow();
  const [id] = await listPendingDeliveries(world.db.prisma);
  if (id === undefined) throw new Error('nothing was planned');
  return id;
}

const row = (id: number) => world.db.prisma.delivery.findUniqueOrThrow({ where: { id } });

describe('the ledger', () => {
  test('one key, one delivery; it exists exactly when its cause does', async () => {
    const id = await written('a');
    expect(await enqueueDeliveries(world.db.prisma, [notice('a')])).toEqual([]);
    const failing = transact(world.db, async ({ prisma }) => {
      await enqueueDeliveries(prisma, [notice('b')]);
      throw new Error('the cause did not happen');
    });
    await expect(failing).rejects.toThrow('did not happen');
    expect(await listPendingDeliveries(world.db.prisma)).toEqual([id]);
  });
});

describe('sending', () => {
  test('uses the account used last, once', async () => {
    const id = await written('a');
    expect(await deliver(world.sender, id)).toEqual({ state: 'settled', status: 'sent' });
    expect(await deliver(world.sender, id)).toEqual({ state: 'gone' });
    expect(world.sent.map(({ account }) => account.channel)).toEqual(['telegram']);
    expect(await row(id)).toMatchObject({ status: 'sent', channel: 'telegram', attempts: 1 });
  });

  test('a blocked account is marked, and the next one is tried', async () => {
    world.channel.answer = ({ channel }) => (channel === 'telegram' ? 'blocked' : 'sent');
    const id = await written('a');
    expect(await deliver(world.sender, id)).toEqual({ state: 'settled', status: 'sent' });
    expect(await row(id)).toMatchObject({ channel: 'web' });
    const accounts = await world.db.prisma.account.findMany({ orderBy: { channel: 'asc' } });
    expect(accounts.map(({ channel, reachable }) => [channel, reachable])).toEqual([
      ['telegram', false],
      ['web', true],
    ]);
    // The next message does not try the blocked account.
    const tried: string[] = [];
    world.channel.answer = ({ channel }) => {
      tried.push(channel);
      return 'sent';
    };
    await deliver(world.sender, await written('b'));
    expect(tried).toEqual(['web']);
  });

  test('an account that is blocked everywhere is then not connected', async () => {
    world.channel.answer = () => 'blocked';
    const first = await written('a');
    expect(await deliver(world.sender, first)).toEqual({ state: 'settled', status: 'blocked' });
    expect(await deliver(world.sender, await written('b'))).toEqual({
      state: 'settled',
      status: 'unconnected',
    });
  });

  test('one account refuses the message for good: the other one gets it', async () => {
    world.channel.answer = ({ channel }) => (channel === 'telegram' ? { failed: 'chat not found' } : 'sent');
    const first = await written('a');
    expect(await deliver(world.sender, first)).toEqual({ state: 'settled', status: 'sent' });
    expect(await row(first)).toMatchObject({ channel: 'web', error: 'telegram: chat not found' });
    world.channel.answer = () => ({ failed: 'chat not found' });
    const id = await written('b');
    expect(await deliver(world.sender, id)).toEqual({
      state: 'settled',
      status: 'failed',
      error: 'telegram: chat not found; web: chat not found',
    });
  });

  test('after a failure the other account is tried at once, and the reason is kept', async () => {
    world.channel.answer = ({ channel }) => {
      if (channel === 'telegram') throw new Error('no network');
      return 'sent';
    };
    const id = await written('a');
    expect(await deliver(world.sender, id)).toEqual({ state: 'settled', status: 'sent' });
    expect(await row(id)).toMatchObject({
      status: 'sent',
      channel: 'web',
      attempts: 1,
      error: 'telegram: Error: no network',
    });
  });

  test("a channel's request to wait is followed twice, then the other account gets it", async () => {
    world.channel.answer = ({ channel }) => (channel === 'telegram' ? { retryAfterMs: 47_000 } : 'sent');
    const id = await written('a');
    for (let i = 0; i < 2; i += 1)
      expect(await deliver(world.sender, id)).toMatchObject({
        state: 'retry',
        error: 'telegram: asks to wait 47 s',
      });
    expect(await deliver(world.sender, id)).toEqual({ state: 'settled', status: 'sent' });
    expect(await row(id)).toMatchObject({
      channel: 'web',
      attempts: 3,
      error: 'telegram: asks to wait 47 s',
    });
  });

  test('a repeated failure keeps the reason of the attempt before in the row', async () => {
    const id = await written('a');
    world.channel.answer = () => ({ trouble: 'lost' });
    expect(await deliver(world.sender, id)).toMatchObject({ state: 'retry' });
    world.channel.answer = () => 'sent';
    await deliver(world.sender, id);
    expect(await row(id)).toMatchObject({ channel: 'telegram', error: 'telegram: lost; web: lost' });
  });

  test('temporary trouble is tried eight times, at growing intervals', async () => {
    const id = await written('a');
    world.channel.answer = () => {
      throw new Error('no network');
    };
    const waits: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const outcome = await deliver(world.sender, id);
      if (outcome.state !== 'retry') throw new Error(`attempt ${i + 1}: ${outcome.state}`);
      waits.push(outcome.afterMs);
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBeGreaterThan(5);
    expect(await listPendingDeliveries(world.db.prisma)).toEqual([id]);
    expect(await deliver(world.sender, id)).toMatchObject({ state: 'settled', status: 'failed' });
    expect(await row(id)).toMatchObject({
      attempts: 8,
      error: 'telegram: Error: no network; web: Error: no network',
    });

    world.channel.answer = () => ({ retryAfterMs: 47_000 });
    expect(await deliver(world.sender, await written('b'))).toMatchObject({
      state: 'retry',
      afterMs: 47_000,
    });
  });

  test('two processes at the same time send it once', async () => {
    const id = await written('a');
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    let inside = () => {};
    const entered = new Promise<void>((resolve) => {
      inside = resolve;
    });
    world.channel.answer = async () => {
      inside();
      await opened;
      return 'sent' as const;
    };
    const first = deliver(world.sender, id);
    await entered;
    expect(await deliver(world.sender, id)).toEqual({ state: 'gone' });
    open();
    expect(await first).toEqual({ state: 'settled', status: 'sent' });
    expect(world.sent).toHaveLength(1);
  });

  test('a process that dies while sending leaves it pending, and it is sent again', async () => {
    const id = await written('a');
    world.channel.answer = async () => {
      // The server ends the connection that holds the row, as when the process is killed.
      await world.db.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction'`,
      );
      return 'sent' as const;
    };
    await expect(deliver(world.sender, id)).rejects.toThrow();
    expect(await listPendingDeliveries(world.db.prisma)).toEqual([id]);
    world.channel.answer = () => 'sent';
    expect(await deliver(world.sender, id)).toEqual({ state: 'settled', status: 'sent' });
    expect(await row(id)).toMatchObject({ maybeRepeated: true, sendingSince: null });
  });

  test('an attempt of a killed process stays recorded while the channel is in trouble', async () => {
    const id = await written('a');
    await world.db.prisma.delivery.update({ where: { id }, data: { sendingSince: world.clock.now() } });
    world.channel.answer = () => ({ trouble: 'no network' });
    expect(await deliver(world.sender, id)).toMatchObject({ state: 'retry' });
    expect(await row(id)).toMatchObject({ maybeRepeated: false });
    world.channel.answer = () => 'sent';
    await deliver(world.sender, id);
    expect(await row(id)).toMatchObject({ status: 'sent', maybeRepeated: true });
  });

  test.each<[about: string, answers: SendOutcome[], status: string, sends: number, repeated: boolean]>([
    ['taken at once: not marked', ['sent'], 'sent', 1, false],
    ['refused on one, taken on the other: not marked', [{ failed: 'no' }, 'sent'], 'sent', 2, false],
    ['lost on one, taken on the other: marked', [{ unsure: 'lost' }, 'sent'], 'sent', 2, true],
    ['lost, refused, then taken: marked', [{ unsure: 'lost' }, { failed: 'no' }, 'sent'], 'sent', 3, true],
    [
      'lost on both: once more was enough',
      [{ unsure: 'lost' }, { unsure: 'lost' }, 'sent'],
      'failed',
      2,
      true,
    ],
    [
      'lost, refused, lost again: to be phoned',
      [{ unsure: 'lost' }, { failed: 'no' }, { unsure: 'lost' }, 'sent'],
      'failed',
      3,
      true,
    ],
  ])('a lost answer: %s', async (_about, answers, status, sends, repeated) => {
    const id = await written('a');
    let asked = 0;
    world.channel.answer = () => answers[asked++] ?? 'sent';
    for (let i = 0; i < 4; i++) if ((await deliver(world.sender, id)).state === 'gone') break;
    expect(await row(id)).toMatchObject({ status, maybeRepeated: repeated });
    expect(asked).toBe(sends);
  });

  test('many at once on few connections, each needing a second one, all get through', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, (_, i) => written(`n${i}`)));
    world.channel.answer = async () => {
      await world.db.pool.query('select 1');
      return 'sent' as const;
    };
    const outcomes = await Promise.all(ids.map((id) => deliver(world.sender, id)));
    expect(outcomes.every((one) => one.state === 'settled' && one.status === 'sent')).toBe(true);
  });
});

describe('a nudge at the moment of sending', () => {
  test('leaves out a document that was filed in the meantime', async () => {
    const id = await nudged();
    await world.file(glar, liaison, 'implementationPlan');
    await deliver(world.sender, id);
    expect(world.sent[0]?.text).toContain('còn thiếu 10 điển hình');
    expect(world.sent[0]?.text).not.toContain('kế hoạch');
  });

  test('is dropped when nothing is left', async () => {
    const id = await nudged();
    await world.file(glar, liaison, 'implementationPlan');
    await world.register(glar, liaison, 10);
    expect(await deliver(world.sender, id)).toEqual({ state: 'settled', status: 'dropped' });
    expect(world.sent).toEqual([]);
  });

  test('is dropped when the person no longer serves the unit', async () => {
    const id = await nudged();
    await world.db.prisma.membership.updateMany({ data: { until: world.clock.now() } });
    expect(await deliver(world.sender, id)).toEqual({ state: 'settled', status: 'dropped' });
  });

  test('waits for the next working morning, without counting as an attempt', async () => {
    const id = await nudged();
    // Friday evening, Saturday noon, Monday before work.
    for (const [date, time, hours] of [
      ['2021-08-20', '21:00', 59],
      ['2021-08-21', '12:00', 44],
      ['2021-08-23', '06:30', 1.5],
    ] as const) {
      world.goTo(date, time);
      expect(await deliver(world.sender, id)).toEqual({ state: 'retry', afterMs: hours * 3_600_000 });
    }
    expect(await row(id)).toMatchObject({ attempts: 0, status: 'pending' });
    world.goTo('2021-08-23', '08:00');
    expect(await deliver(world.sender, id)).toEqual({ state: 'settled', status: 'sent' });
  });

  test.each([
    // Until, on the last day until, the time of day: it may be sent.
    ['17:30', '20:00', '17:30', true],
    ['17:30', '20:00', '17:31', false],
    ['21:00', '21:00', '20:30', true],
    ['09:00', '09:00', '09:01', false],
    ['12:00', '12:00', '11:59', true],
  ])('keeps the hours of its own plan: until %s or %s, at %s', async (until, lastDayUntil, time, may) => {
    const id = await nudged();
    const { plan } = world;
    const other = { ...plan, ladder: { ...plan.ladder, until, lastDayUntil } };
    world.goTo('2021-08-20', time);
    const { state } = await deliver({ ...world.sender, waitsFor: () => [other] }, id);
    expect(state).toBe(may ? 'settled' : 'retry');
  });

  test('counts the days from the moment of sending', async () => {
    const id = await nudged();
    world.goTo('2021-08-23', '08:00');
    await deliver(world.sender, id);
    expect(world.sent[0]?.text).toContain('còn 1 ngày');
  });

  test("is in the person's language", async () => {
    await world.db.prisma.person.update({ where: { id: liaison }, data: { locale: 'en' } });
    await deliver(world.sender, await nudged());
    expect(world.sent[0]?.text).toContain('lacks 10 exemplars');
  });
});
