import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import pino from 'pino';
import { expect, it, vi } from 'vitest';
import { dispatchChats } from './chat-dispatch.ts';

const log = pino({ level: 'silent' });

/** A drain whose runs end when the test says so. */
function drainByHand() {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  return {
    begun,
    drain: (chatKey: string) =>
      new Promise<void>((resolve, reject) => {
        begun.push(chatKey);
        ends.set(chatKey, (error) => (error ? reject(error) : resolve()));
      }),
    async end(chatKey: string, error?: Error) {
      ends.get(chatKey)?.(error);
      await turnOfTheLoop();
    },
  };
}

it('looks after so many chats at once, the others in the order in which they came', async () => {
  const hand = drainByHand();
  const dispatch = dispatchChats({ drain: hand.drain, concurrency: 2, log });
  dispatch.look(['a', 'b', 'c']);
  dispatch.look(['d', 'c']);
  expect(hand.begun).toEqual(['a', 'b']);
  await hand.end('b');
  await hand.end('a');
  expect(hand.begun).toEqual(['a', 'b', 'c', 'd']);
});

it('lets a chat in hand look again instead of waiting for its end', () => {
  const hand = drainByHand();
  const dispatch = dispatchChats({ drain: hand.drain, concurrency: 3, log });
  dispatch.look(['a']);
  dispatch.look(['a']);
  expect(hand.begun).toEqual(['a', 'a']);
});

it('looks again after a failure, and later when it is told to', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const hand = drainByHand();
    const dispatch = dispatchChats({ drain: hand.drain, concurrency: 2, log });
    dispatch.look(['a']);
    await hand.end('a', new Error('the database is away'));
    dispatch.lookAgain('b', 5000);
    dispatch.lookAgain('b', 60_000);
    vi.advanceTimersByTime(5000);
    expect(hand.begun).toEqual(['a', 'a']);
    vi.advanceTimersByTime(55_000);
    expect(hand.begun).toEqual(['a', 'a', 'b']);
  } finally {
    vi.useRealTimers();
  }
});

it('begins nothing once it stops, and waits for what is in hand', async () => {
  const hand = drainByHand();
  const dispatch = dispatchChats({ drain: hand.drain, concurrency: 1, log });
  dispatch.look(['a', 'b']);
  let stopped = false;
  const stop = dispatch.stop().then(() => {
    stopped = true;
  });
  dispatch.look(['c']);
  await turnOfTheLoop();
  expect(stopped).toBe(false);
  await hand.end('a');
  await stop;
  expect(hand.begun).toEqual(['a']);
});
