import { createServer } from 'node:http';
import { type Clock, realClock } from '../../../src/clock.ts';
import { type PersonProfile, type TelegramPerson, telegramPerson } from '../../support/telegram-person.ts';
import { createCallLog, type RecordedCall } from './call-log.ts';
import { createFaults, type Fault } from './faults.ts';
import { addBot, type Group, type Member, removeBot, saysInGroup } from './groups.ts';
import { createRate, type RateLimits } from './rate.ts';
import { route } from './routes.ts';
import type { WireUpdate } from './update-queue.ts';
import { createWorld } from './world.ts';

/** Actions of people in a group, and those of the bot there. */
export interface GroupChat {
  /** What the bot said there. */
  readonly said: readonly string[];
  /** Whether the bot is in it. */
  readonly joined: boolean;
  addsBot(by: Member): void;
  removesBot(by: Member): void;
  /** A member writes, while the bot is in the group; `wasThere`: since before it was started. */
  says(by: Member, text: string, wasThere?: boolean): void;
}

export interface TelegramStandIn {
  /** Root of the API, without a trailing slash: for `apiRoot`. */
  url: string;
  token: string;
  /** Username of the bot, without @. */
  username: string;
  /** Every call of the bot, in order of arrival. */
  calls: RecordedCall[];
  /** Calls that no correct bot makes, one line each: expect it to be empty. */
  violations: string[];
  /** Every update so far. */
  updates: WireUpdate[];
  /** Delivers every update twice while set. */
  duplicateUpdates: boolean;
  /** A person with a phone; the same id is the same person. */
  person(profile: PersonProfile): TelegramPerson;
  /** A group, supergroup or channel without the bot. */
  group(type: Group['type'], options?: { mayWrite?: boolean }): GroupChat;
  /** Makes the next call, or the next `times` calls, go wrong. */
  failNext(fault: Fault): void;
  /** Sends an update again, under the same id. */
  redeliver(update: WireUpdate): void;
  /** Holds updates back until the returned function releases them, in order or reversed. */
  holdUpdates(): (order?: 'as-sent' | 'reversed') => void;
  /** Makes all pressed buttons too old to be answered. */
  expireQueries(): void;
  /**
   * Returns the first matching answered call, now or later; throws after `patience` (default 60 s).
   */
  answered(fits: (call: RecordedCall) => boolean, patience?: number): Promise<RecordedCall>;
  /** Updates that the bot has not confirmed yet. */
  pending(): number;
  close(): Promise<void>;
}

/**
 * Starts a Bot API server for one bot on loopback. It differs from Telegram in the following:
 * webhooks may be plain http on loopback, sends are slowed down only with `rate` (see
 * `calls[].at`), groups know only what concerns the bot's own membership, only HTML markup is read,
 * and unknown parameters are refused rather than ignored.
 */
export async function startTelegramStandIn(
  options: {
    token?: string;
    username?: string;
    port?: number;
    clock?: Clock;
    /** Id of its first update; an existing database knows those below. */
    firstUpdate?: number;
    /** Refuses, as Telegram does, messages that are sent faster than this. */
    rate?: RateLimits;
  } = {},
): Promise<TelegramStandIn> {
  const token = options.token ?? '7104217333:AAF-stand_in-0123456789abcdefghijk';
  const username = options.username ?? 'dien_hinh_tien_tien_bot';
  const bot = { id: Number(token.split(':')[0]), is_bot: true, first_name: 'Điển hình tiên tiến', username };
  const world = createWorld(bot, options.clock ?? realClock, options.firstUpdate);
  const log = createCallLog();
  const faults = createFaults();
  const closing = new AbortController();
  const rate = options.rate && createRate(options.rate);
  const parts = { world, token, log, faults, rate, closing: closing.signal };
  const server = createServer((request, response) => {
    route(parts, request, response).catch((error) => {
      log.violations.push(`the stand-in broke: ${String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the stand-in has no port');
  let people = 0;
  let groups = 0;

  return {
    url: `http://127.0.0.1:${address.port}`,
    token,
    username,
    calls: log.calls,
    violations: log.violations,
    updates: world.updates.all,
    get duplicateUpdates() {
      return world.updates.duplicate;
    },
    set duplicateUpdates(twice) {
      world.updates.duplicate = twice;
    },
    person(profile) {
      people += 1;
      // Ids beyond 32 bits, as recent users have.
      return telegramPerson(world, { ...profile, id: profile.id ?? 5_000_000_000 + people * 7919 });
    },
    group(type, { mayWrite = true } = {}) {
      groups += 1;
      const id = type === 'group' ? -groups : -1_000_000_000_000 - groups;
      const group: Group = { id, type, title: 'Cán bộ các xã', joined: false, mayWrite, said: [] };
      return {
        said: group.said,
        get joined() {
          return group.joined;
        },
        addsBot: (by) => addBot(world, group, by),
        removesBot: (by) => removeBot(world, group, by, 'kicked'),
        says(by, text, wasThere) {
          if (wasThere) group.joined = true;
          saysInGroup(world, group, by, text);
        },
      };
    },
    failNext: faults.add,
    redeliver: (update) => world.updates.again(update),
    holdUpdates: () => world.updates.hold(),
    expireQueries() {
      for (const query of world.queries.values()) query.expired = true;
    },
    answered: (fits, patience = 60_000) => log.answered(fits, patience),
    pending: () => world.updates.length,
    async close() {
      closing.abort();
      world.webhook.current?.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
