import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSendGate, type SendLimits } from './send-gate.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Time that passes only while all wait for it: no busy machine makes it longer or shorter. */
class VirtualTime implements Stopwatch {
  #now = 0;
  #sleepers: { until: number; wake(): void }[] = [];

  now(): number {
    return this.#now;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => this.#sleepers.push({ until: this.#now + Math.ceil(ms), wake }));
  }

  /** Lets time pass until the work is done. */
  async pass<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const ended = work.finally(() => {
      done = true;
    });
    for (;;) {
      await turnOfTheLoop();
      if (done) return ended;
      const next = this.#sleepers.toSorted((a, b) => a.until - b.until)[0];
      if (!next) continue;
      this.#sleepers.splice(this.#sleepers.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.until);
      next.wake();
    }
  }
}

let time: VirtualTime;
beforeEach(() => {
  time = new VirtualTime();
});
const gateOf = (limits: SendLimits) => createSendGate(limits, undefined, time);

/** When each of `chats` was let through, in milliseconds, in the order of the requests. */
function passages(gate: ReturnType<typeof createSendGate>, chats: string[]): Promise<number[]> {
  return time.pass(
    Promise.all(
      chats.map(async (chat) => {
        await gate.awaitTurn(chat);
        return time.now();
      }),
    ),
  );
}
const times = (n: number, chat: string) => Array.from({ length: n }, () => chat);

describe('the gate before a channel', () => {
  it.each<[about: string, limits: SendLimits, sent: number, atLeastMs: number]>([
    ['four at once, the fifth a refill later', { all: 1000, perChat: 5 }, 5, 200],
    ['seven: three refills', { all: 1000, perChat: 5 }, 7, 600],
    ['a burst of one: evenly spaced', { all: 1000, perChat: 10, burst: 1 }, 4, 300],
    ['a burst of two', { all: 1000, perChat: 10, burst: 2 }, 5, 300],
  ])('keeps the bucket of a chat: %s', async (_about, limits, sent, atLeastMs) => {
    const passed = await passages(gateOf(limits), times(sent, 'a'));
    expect(passed).toEqual(passed.toSorted((a, b) => a - b));
    expect((passed.at(-1) ?? 0) - (passed[0] ?? 0)).toBeGreaterThanOrEqual(atLeastMs);
  });

  it('lets at most the allowed total through in any second', async () => {
    const passed = await passages(
      gateOf({ all: 20, perChat: 1 }),
      Array.from({ length: 45 }, (_, i) => `chat ${i}`),
    );
    for (let i = 0; i + 20 < passed.length; i++)
      expect((passed[i + 20] ?? 0) - (passed[i] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  it('does not let one busy chat delay the others', async () => {
    const gate = gateOf({ all: 1000, perChat: 2 });
    const order: string[] = [];
    await time.pass(
      Promise.all(
        [...times(5, 'busy'), 'b', 'c'].map(async (chat) => {
          await gate.awaitTurn(chat);
          order.push(chat);
        }),
      ),
    );
    expect(order.at(-1)).toBe('busy');
  });

  it('holds the chat that the channel refused, and no other', async () => {
    const gate = gateOf({ all: 1000, perChat: 100 });
    gate.hold('a', 300);
    expect(gate.heldMs('b')).toBe(0);
    const [a = 0, b = 0] = await passages(gate, ['a', 'b']);
    expect(a).toBeGreaterThanOrEqual(300);
    expect(b).toBeLessThan(a);
  });

  it('holds everything when the channel refuses a second chat while the first waits', async () => {
    const gate = gateOf({ all: 1000, perChat: 100 });
    gate.hold('a', 400);
    gate.hold('b', 300);
    expect(gate.heldMs('c')).toBeGreaterThan(0);
    const [c = 0] = await passages(gate, ['c']);
    expect(c).toBeGreaterThanOrEqual(300);
  });

  it('reports how long a chat is held, so that callers can skip a long wait', () => {
    const gate = gateOf({ all: 30, perChat: 1 });
    gate.hold('a', 600_000);
    expect(gate.heldMs('a')).toBeGreaterThan(599_000);
  });
});
