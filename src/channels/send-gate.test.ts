import { describe, expect, it } from 'vitest';
import { sendGate } from './send-gate.ts';

/** Milliseconds by which a timer may be early. */
const early = 5;

describe('the gate before a channel', () => {
  /** When each of `chats` was let through, in milliseconds, in the order of asking. */
  async function passages(limits: { all: number; perChat: number }, chats: string[]): Promise<number[]> {
    const gate = sendGate(limits);
    return Promise.all(
      chats.map(async (chat) => {
        await gate(chat);
        return performance.now();
      }),
    );
  }
  const gaps = (times: number[]) => times.slice(1).map((at, i) => at - (times[i] ?? 0));

  it('spaces all messages, first come, first served', async () => {
    const times = await passages({ all: 50, perChat: 1000 }, ['a', 'b', 'c', 'd', 'e']);
    expect(Math.min(...gaps(times))).toBeGreaterThan(20 - early);
  });

  it('spaces the messages of one chat from when they went, also while all the others wait', async () => {
    // The first of chat z waits 200 ms for the others; its second may not follow at its heels.
    const others = Array.from({ length: 10 }, (_, i) => `chat ${i}`);
    const times = await passages({ all: 50, perChat: 5 }, [...others, 'z', 'z']);
    const [first = 0, second = 0] = times.slice(-2);
    expect(second - first).toBeGreaterThan(200 - early);
  });

  it('does not let one busy chat hold up the others', async () => {
    const times = await passages({ all: 1000, perChat: 5 }, ['a', 'a', 'a', 'b']);
    expect(times[3]).toBeLessThan(times[1] ?? 0);
  });
});
