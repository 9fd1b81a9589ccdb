import { describe, expect, it } from 'vitest';
import { createSendGate, type SendLimits } from './send-gate.ts';

/** Milliseconds by which a timer may be early. */
const early = 5;

/**
 * When each of `chats` was let through, in milliseconds since `begun`, in the order of the
 * requests.
 */
async function passages(
  gate: ReturnType<typeof createSendGate>,
  chats: string[],
  begun = performance.now(),
): Promise<number[]> {
  return Promise.all(
    chats.map(async (chat) => {
      await gate.awaitTurn(chat);
      return performance.now() - begun;
    }),
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
    const passed = await passages(createSendGate(limits), times(sent, 'a'));
    expect(passed).toEqual(passed.toSorted((a, b) => a - b));
    expect((passed.at(-1) ?? 0) - (passed[0] ?? 0)).toBeGreaterThan(atLeastMs - early);
  });

  it('lets at most the allowed total through in any second', async () => {
    const passed = await passages(
      createSendGate({ all: 20, perChat: 1 }),
      Array.from({ length: 45 }, (_, i) => `chat ${i}`),
    );
    for (let i = 0; i + 20 < passed.length; i++)
      expect((passed[i + 20] ?? 0) - (passed[i] ?? 0)).toBeGreaterThan(1000 - early);
  });

  it('does not let one busy chat delay the others', async () => {
    const gate = createSendGate({ all: 1000, perChat: 2 });
    const order: string[] = [];
    await Promise.all(
      [...times(5, 'busy'), 'b', 'c'].map(async (chat) => {
        await gate.awaitTurn(chat);
        order.push(chat);
      }),
    );
    expect(order.at(-1)).toBe('busy');
  });

  it('holds the chat that the channel refused, and no other', async () => {
    const gate = createSendGate({ all: 1000, perChat: 100 });
    const begun = performance.now();
    gate.hold('a', 300);
    expect(gate.heldMs('b')).toBe(0);
    const [a = 0, b = 0] = await passages(gate, ['a', 'b'], begun);
    expect(a).toBeGreaterThan(300 - early);
    expect(b).toBeLessThan(a);
  });

  it('holds everything when the channel refuses a second chat while the first waits', async () => {
    const gate = createSendGate({ all: 1000, perChat: 100 });
    const begun = performance.now();
    gate.hold('a', 400);
    gate.hold('b', 300);
    expect(gate.heldMs('c')).toBeGreaterThan(0);
    const [c = 0] = await passages(gate, ['c'], begun);
    expect(c).toBeGreaterThan(300 - early);
  });

  it('reports how long a chat is held, so that callers can skip a long wait', () => {
    const gate = createSendGate({ all: 30, perChat: 1 });
    gate.hold('a', 600_000);
    expect(gate.heldMs('a')).toBeGreaterThan(599_000);
  });
});
