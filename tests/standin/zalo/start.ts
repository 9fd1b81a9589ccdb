import { createServer } from 'node:http';
import { type Clock, realClock } from '../../../src/clock.ts';
import { type ZaloPerson, type ZaloProfile, zaloPerson } from '../../support/zalo-person.ts';
import { createCallLog, type RecordedCall } from '../telegram/call-log.ts';
import type { Shape } from './event-queue.ts';
import type { ZaloEvent } from './events.ts';
import { createFaults, type Fault } from './faults.ts';
import { hexId } from './ids.ts';
import { type Parts, route } from './routes.ts';
import { knock } from './webhook.ts';
import { createWorld } from './world.ts';

export interface ZaloStandIn {
  /** Root of the API, without a trailing slash: for `ZALO_API_ROOT`. */
  url: string;
  token: string;
  /** A whole number beyond 2^53. */
  botId: string;
  /** Every call of the bot, in order of arrival. */
  calls: RecordedCall[];
  /** The mistakes that no correct bot makes, one line each: expect it to be empty. */
  violations: string[];
  /** Every event so far. */
  events: ZaloEvent[];
  /** Delivers every event twice while set. */
  duplicateEvents: boolean;
  /** Delivers the bot's own messages back to it while set. */
  echoes: boolean;
  /** The wrapping of events; when left undefined, polled ones always, pushed ones in turn. */
  shape: Shape | undefined;
  /** A person with a phone; the same id is the same person. */
  person(profile: ZaloProfile): ZaloPerson;
  /** Makes the next call, or the next `times` calls, go wrong. */
  failNext(fault: Fault): void;
  /** Sends any body as an event: an event again, one of an unknown kind, an empty probe. */
  sendsRaw(event: unknown): void;
  /**
   * Posts this body to the bot's webhook, with its own secret unless another is given; returns the
   * status.
   */
  knocks(body: string, secret?: string): Promise<number>;
  /** Holds events back until the returned function releases them, in order or reversed. */
  holdEvents(): (order?: 'as-sent' | 'reversed') => void;
  /** Ends a waiting poll with 408 now. */
  endPoll(): void;
  /** Makes the addresses of all pictures so far invalid. */
  expirePhotos(): void;
  /** Address of the bot's webhook; empty when it polls. */
  webhookUrl(): string;
  /**
   * Returns the first matching answered call, now or later; throws after `patience` (default 20 s).
   */
  answered(fits: (call: RecordedCall) => boolean, patience?: number): Promise<RecordedCall>;
  /** Events that the bot has not taken yet. */
  pending(): number;
  /** Like `pending`, with the event that the last poll took and the next has not confirmed. */
  underWay(): number;
  close(): Promise<void>;
}

/**
 * Starts a server of Zalo's Bot Platform for one bot on loopback. It differs from Zalo in the
 * following: webhooks and pictures may be plain http on loopback, sends are not slowed down (see
 * `calls[].at`), only private chats exist, unknown fields are refused rather than ignored, and
 * texts are measured with their markup.
 */
export async function startZaloStandIn(
  options: { token?: string; botId?: string; port?: number; clock?: Clock } = {},
): Promise<ZaloStandIn> {
  const botId = options.botId ?? '1459232241454765289';
  const token = options.token ?? `${botId}:stand_in-0123456789abcdefghijkABCDEFGHIJK`;
  let url = '';
  const world = createWorld({
    bot: { id: botId, accountName: 'bot.DienHinh' },
    clock: options.clock ?? realClock,
    url: () => url,
  });
  const log = createCallLog();
  const faults = createFaults();
  const closing = new AbortController();
  const parts: Parts = { world, token, log, faults, closing: closing.signal, refusals: { count: 0 } };
  const server = createServer((request, response) => {
    route(parts, request, response).catch((error) => {
      world.violations.push(`the stand-in broke: ${String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the stand-in has no port');
  url = `http://127.0.0.1:${address.port}`;

  return {
    url,
    token,
    botId,
    calls: log.calls,
    violations: world.violations,
    events: world.events.all,
    get duplicateEvents() {
      return world.events.duplicate;
    },
    set duplicateEvents(twice) {
      world.events.duplicate = twice;
    },
    get echoes() {
      return world.echo;
    },
    set echoes(on) {
      world.echo = on;
    },
    get shape() {
      return world.wrapping.shape;
    },
    set shape(shape) {
      world.wrapping.shape = shape;
    },
    person: (profile) => zaloPerson(world, { ...profile, id: profile.id ?? hexId() }),
    failNext: faults.add,
    sendsRaw: world.events.raw,
    async knocks(body, secret) {
      const webhook = world.webhook.current;
      if (!webhook) throw new Error('the bot has set no webhook');
      return knock(webhook.url, body, secret ?? webhook.secret);
    },
    holdEvents: world.events.hold,
    endPoll: () => world.poll.current?.abort(),
    expirePhotos() {
      for (const photo of world.photos.values()) photo.expired = true;
    },
    webhookUrl: () => world.webhook.current?.url ?? '',
    answered: (fits, patience = 20_000) => log.answered(fits, patience),
    pending: () => world.events.length,
    underWay: () => world.events.length + world.poll.handedOut,
    async close() {
      closing.abort();
      world.webhook.current?.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
