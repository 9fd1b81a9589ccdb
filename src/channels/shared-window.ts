import type { Logger } from 'pino';
import { type LeaseSends, leaseMs, type PastSend } from './send-leases.ts';
import { createSendWindow, readWindowSize, type SendWindow } from './send-window.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Sends that a process leases beyond what waits, while the bot sends little. */
const spare = 4;
/** Under load sends are leased in blocks of so many: no round trip for each message. */
const block = 5;
/** How long a process that the database does not answer sends its safe share. Milliseconds. */
const awayMs = 1000;
/** A process that cannot ask sends this part of the limit: five others may be alone too. */
const safeShare = 1 / 6;
/** Sends that are told once the database answers again: what counts is seconds old at most. */
const mostTold = 200;

/**
 * Creates the window of a process that shares its bot's limit with others. It leases sends from the
 * database, in blocks. While the database does not answer it sends a sixth of the limit: a reply
 * that is ready reaches its person, and up to six processes together stay within the limit. Waiting
 * instead would hold every turn up to its cut-off.
 */
export function createSharedWindow(deps: {
  lease: LeaseSends;
  /** Messages a second of all processes together. */
  perSecond: number;
  stopwatch: Stopwatch;
  log: Logger;
  /** Called with what other processes sent to their chats. */
  othersSent(sent: PastSend[]): void;
}): Omit<SendWindow, 'count'> {
  const { lease, perSecond, stopwatch, log, othersSent } = deps;
  const alone = createSendWindow(readWindowSize(perSecond * safeShare), stopwatch);
  /** Leased sends, and until when they are valid. */
  let left = 0;
  let validUntil = 0;
  let waiting = 0;
  let heldUntil = 0;
  /** Until when the database is not asked again after it did not answer. */
  let awayUntil = 0;
  let sent: { chat: string; at: number }[] = [];
  let telling = false;
  let last: Promise<unknown> = Promise.resolve();

  /**
   * Tells what was sent and gives back what was not, a lease later, unless that was told before:
   * other processes may be about to send to the same chat.
   */
  async function tellLater(): Promise<void> {
    if (telling) return;
    telling = true;
    await stopwatch.sleep(leaseMs);
    telling = false;
    last = last.then(async () => {
      if (sent.length > 0 && stopwatch.now() >= awayUntil) await ask(0, 0);
    });
  }

  /** Asks for a block. Returns the milliseconds to wait when none is free; undefined: no answer. */
  async function ask(needs: number, least: number): Promise<number | undefined> {
    const asked = stopwatch.now();
    const told = sent;
    sent = [];
    const answer = await inTime(
      lease({
        sent: told.map(({ chat, at }) => ({ chat, ageMs: asked - at })),
        needs,
        least: Math.min(least, needs),
        spare: needs > 0 ? spare : 0,
      }),
    ).catch((error: unknown) => {
      log.debug({ err: error }, 'sends could not be leased; the safe share is sent');
      return undefined;
    });
    if (!answer) {
      // Told again: counted twice at worst.
      sent = [...told, ...sent].slice(-mostTold);
      awayUntil = stopwatch.now() + awayMs;
      return undefined;
    }
    othersSent(answer.others);
    left = answer.granted;
    validUntil = asked + leaseMs;
    return answer.granted > 0 ? 0 : Math.max(1, answer.waitMs);
  }

  async function inTime<T>(asking: Promise<T>): Promise<T> {
    // A later answer would lease what is not valid any more.
    const late = stopwatch.sleep(leaseMs).then(() => Promise.reject(new Error('no answer in time')));
    late.catch(() => undefined);
    return Promise.race([asking, late]);
  }

  async function take(chat: string): Promise<void> {
    let least = block;
    for (;;) {
      const now = stopwatch.now();
      if (heldUntil > now) {
        await stopwatch.sleep(heldUntil - now);
        continue;
      }
      if (left > 0 && now < validUntil) {
        left -= 1;
        // When the database goes away now, the safe share is used up.
        alone.count();
        break;
      }
      const wait = now < awayUntil ? undefined : await ask(waiting, least);
      if (wait === undefined) {
        await alone.pass(chat);
        break;
      }
      if (wait > 0) {
        await stopwatch.sleep(wait);
        // Others may have taken a block that was nearly free: now any send will do.
        least = 1;
      }
    }
    sent.push({ chat, at: stopwatch.now() });
    void tellLater();
  }

  return {
    async pass(chat) {
      waiting += 1;
      const mine = last.then(() => take(chat));
      last = mine;
      await mine;
      waiting -= 1;
    },
    hold(ms) {
      heldUntil = Math.max(heldUntil, stopwatch.now() + ms);
      alone.hold(ms);
    },
    heldUntil: () => heldUntil,
  };
}
