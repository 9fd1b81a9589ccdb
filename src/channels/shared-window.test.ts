import fc from 'fast-check';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { createSendGate, readBurstMs, type SendLimits } from './send-gate.ts';
import { createSendLeases, type LeaseSends } from './send-leases.ts';
import { readWindowSize } from './send-window.ts';
import type { Stopwatch } from './stopwatch.ts';

const log = pino({ level: 'silent' });
const telegram: SendLimits = { all: 30, perChat: 1, burst: 4 };
/** The database's clock is far from any process's stopwatch. */
const epoch = Date.parse('2021-08-18T01:00:00Z');

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase({ poolSize: 4 });
});
beforeEach(() => db.pool.query('delete from send_lease'));
afterAll(() => db.drop());

/** Time that passes only when every process waits for it; the database answers within `tripMs`. */
class Simulation {
  now = 0;
  sends: { process: number; chat: string; at: number }[] = [];
  leases = 0;
  #asking = 0;
  #sleepers: { until: number; wake(): void }[] = [];

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => this.#sleepers.push({ until: this.now + Math.max(1, Math.ceil(ms)), wake }));
  }

  stopwatch(skew: number): Stopwatch {
    return { now: () => this.now + skew, sleep: (ms) => this.sleep(ms) };
  }

  /** A process of the bot; its stopwatch shows another time than any other's. */
  process(
    n: number,
    { limits = telegram, tripMs = 2, away = () => false }: Partial<ProcessOptions> = {},
  ): { send(chat: string): Promise<void> } {
    const lease = createSendLeases({
      pool: db.pool,
      channel: 'telegram',
      size: readWindowSize(limits.all),
      keepMs: readBurstMs(limits),
      at: () => new Date(epoch + this.now),
    });
    const far: LeaseSends = async (request) => {
      await this.sleep(tripMs / 2);
      if (away()) throw new Error('the database is away');
      this.#asking += 1;
      this.leases += 1;
      const answer = await lease(request).finally(() => {
        this.#asking -= 1;
      });
      await this.sleep(tripMs / 2);
      return answer;
    };
    const gate = createSendGate(limits, { lease: far, log }, this.stopwatch(n * 1_000_003));
    return {
      send: async (chat) => {
        await gate.awaitTurn(chat);
        this.sends.push({ process: n, chat, at: this.now });
      },
    };
  }

  /** Lets time pass until `end`, in milliseconds. */
  async until(end: number): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#asking > 0) continue;
      this.#sleepers.sort((a, b) => a.until - b.until);
      if ((this.#sleepers[0]?.until ?? Number.POSITIVE_INFINITY) > end) break;
      const next = this.#sleepers.shift();
      if (!next) break;
      this.now = Math.max(this.now, next.until);
      next.wake();
    }
    this.now = end;
  }

  /** The largest number of sends within any second. */
  busiestSecond(chat?: string): number {
    const at = this.sends.filter((one) => !chat || one.chat === chat).map((one) => one.at);
    at.sort((a, b) => a - b);
    return Math.max(0, ...at.map((from) => at.filter((one) => one >= from && one < from + 1000).length));
  }
}

interface ProcessOptions {
  limits: SendLimits;
  tripMs: number;
  away(): boolean;
}

/** Sends so many messages, each to a chat of its own. */
const flood = (process: { send(chat: string): Promise<void> }, count: number, name: string) => {
  for (let i = 0; i < count; i++) void process.send(`${name} ${i}`);
};

describe('the limit that all processes of a bot share', () => {
  it('is nearly reached by one process alone, in blocks', async () => {
    const time = new Simulation();
    flood(time.process(1), 600, 'a');
    await time.until(10_000);
    expect(time.busiestSecond()).toBeLessThanOrEqual(30);
    expect(time.sends.length).toBeGreaterThan(270);
    expect(time.leases).toBeLessThan(time.sends.length / 2);
  });

  it.each([2, 3, 5])('is kept and nearly reached by %s that send all they can', async (count) => {
    const time = new Simulation();
    for (let n = 1; n <= count; n++) flood(time.process(n), 400, `p${n}`);
    await time.until(10_000);
    expect(time.busiestSecond()).toBeLessThanOrEqual(30);
    expect(time.sends.length).toBeGreaterThan(260);
    // None is left out.
    for (let n = 1; n <= count; n++)
      expect(time.sends.filter(({ process }) => process === n).length).toBeGreaterThan(100 / count);
  });

  it('lets eight quiet processes send at once, as if each were alone', async () => {
    const time = new Simulation();
    const delays: number[] = [];
    for (let n = 1; n <= 8; n++) {
      const { send } = time.process(n);
      void (async () => {
        await time.sleep(n * 41);
        for (let i = 0; i < 20; i++) {
          const asked = time.now;
          await send(`p${n} ${i}`);
          delays.push(time.now - asked);
          await time.sleep(400);
        }
      })();
    }
    await time.until(20_000);
    expect(delays).toHaveLength(160);
    expect(delays.filter((ms) => ms > 100).length).toBeLessThan(8);
  });

  it('is kept for any demand of any processes, near the database or far from it', async () => {
    const bursts = fc.array(
      fc.record({
        process: fc.integer({ min: 1, max: 4 }),
        at: fc.integer({ min: 0, max: 5000 }),
        count: fc.integer({ min: 1, max: 30 }),
        chats: fc.constantFrom(1, 3, 40),
      }),
      { minLength: 1, maxLength: 8 },
    );
    const trips = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(bursts, trips, async (demand, tripMs) => {
        await db.pool.query('delete from send_lease');
        const time = new Simulation();
        const processes = tripMs.map((ms, n) => time.process(n, { tripMs: ms }));
        for (const { process, at, count, chats } of demand)
          void time.sleep(at).then(() => {
            for (let i = 0; i < count; i++)
              void processes[process - 1]?.send(`${process} ${at} ${i % chats}`);
          });
        await time.until(20_000);
        expect(time.busiestSecond()).toBeLessThanOrEqual(30);
        const wanted = demand.reduce((sum, { count }) => sum + count, 0);
        expect(time.sends.length).toBeGreaterThanOrEqual(Math.min(wanted, 12));
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('counts what others sent to a chat: together they do not exceed its burst by much', async () => {
    const time = new Simulation();
    const [a, b] = [time.process(1), time.process(2)];
    void (async () => {
      for (let i = 0; i < 4; i++) await a.send('same');
      // The first tells its sends half a second later, also when it sends no more.
      await time.sleep(600);
      for (let i = 0; i < 4; i++) await b.send('same');
    })();
    await time.until(8000);
    expect(time.sends).toHaveLength(8);
    expect(time.busiestSecond('same')).toBeLessThanOrEqual(5);
  });

  it('does not lose what a killed process had leased for longer than a moment', async () => {
    const time = new Simulation();
    let dead = false;
    const killed = time.process(1, { away: () => dead });
    flood(killed, 5, 'killed');
    await time.until(50);
    dead = true;
    flood(time.process(2), 200, 'b');
    await time.until(5000);
    expect(time.sends.filter(({ process }) => process === 2).length).toBeGreaterThan(120);
    expect(time.busiestSecond()).toBeLessThanOrEqual(30);
  });

  it('leaves no lease to a process that stood still', async () => {
    const time = new Simulation();
    const { send } = time.process(1);
    await Promise.all([send('first'), time.until(50)]);
    // SIGSTOP: nothing runs here, while another one sends all it can.
    flood(time.process(2), 100, 'b');
    await time.until(2000);
    flood({ send }, 10, 'after');
    await time.until(6000);
    expect(time.busiestSecond()).toBeLessThanOrEqual(30);
  });

  it('without the database: a sixth for each process, and all of it once it is back', async () => {
    const time = new Simulation();
    let away = true;
    for (let n = 1; n <= 6; n++) flood(time.process(n, { away: () => away }), 100, `p${n}`);
    await time.until(5000);
    expect(time.busiestSecond()).toBeLessThanOrEqual(30);
    const before = time.sends.length;
    expect(before).toBeGreaterThan(60);
    away = false;
    await time.until(10_000);
    expect(time.busiestSecond()).toBeLessThanOrEqual(60);
    expect(time.sends.length - before).toBeGreaterThan(120);
  });

  it.each([1, 2, 3])('is kept when the database goes away in full flood: %s processes', async (count) => {
    const time = new Simulation();
    const away = () => time.now > 1500 && time.now < 4000;
    for (let n = 1; n <= count; n++) flood(time.process(n, { away }), 200, `p${n}`);
    await time.until(4000);
    expect(time.busiestSecond()).toBeLessThanOrEqual(30);
    expect(time.sends.filter(({ at }) => at > 2500 && at < 4000).length).toBeGreaterThan(4 * count);
  });

  it.each([
    [0.5, { most: 1, spanMs: 2000 }],
    [2.5, { most: 2, spanMs: 800 }],
    [10, { most: 10, spanMs: 1000 }],
    [0.1, { most: 1, spanMs: 10_000 }],
    [33.3, { most: 33, spanMs: 991 }],
  ])('is counted in whole messages: %s a second', (perSecond, size) => {
    expect(readWindowSize(perSecond)).toEqual(size);
  });
});
