import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type EventStream, openEventStream } from '../../../http/event-stream.ts';
import { localeOf } from '../../../http/request-locale.ts';
import { coalesced } from '../coalesced.ts';
import { menuOf } from '../command-menus.ts';
import { clockFace, peopleToBe } from '../people-to-be.ts';
import { changedSince } from '../transcript.ts';
import { chatOf } from '../visitor.ts';
import { findWebChat, type WebChat } from '../web-chats.ts';
import type { Rehearsal, WebHouse } from '../web-house.ts';

const batch = 100;
const from = z.object({
  after: z.coerce.number().int().min(0).default(0),
  /** Also the people to be and the clock: one stream per browser tab, of which browsers allow but six. */
  people: z.stringbool().default(false),
});

/**
 * What happens in a chat, as it happens. `messages` events carry the version as their id, so that a browser that was
 * cut off goes on exactly there; `typing`, `answered`, `read`, `commands` and `plain` are only for who is listening.
 */
export function eventRoutes(http: FastifyInstance, house: WebHouse): void {
  const open = new Set<EventStream>();
  http.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });
  const keep = (stream: EventStream) => {
    open.add(stream);
    stream.gone.addEventListener('abort', () => open.delete(stream));
  };

  http.get('/api/chats/:chatId/events', async (request, reply) => {
    const chat = await chatOf(house, request);
    const { after, people } = from.parse(request.query);
    const stream = openEventStream(reply);
    keep(stream);
    tellOfChat(house, chat, stream, resumed(request) ?? after, localeOf(request));
    if (people && house.rehearsal) tellOfPeople(house, house.rehearsal, stream);
  });

  const { rehearsal } = house;
  if (!rehearsal) return;
  http.get('/api/people/events', async (_request, reply) => {
    const stream = openEventStream(reply);
    keep(stream);
    tellOfPeople(house, rehearsal, stream);
  });
}

function resumed(request: FastifyRequest): number | undefined {
  const id = request.headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}

function tellOfChat(
  house: WebHouse,
  chat: WebChat,
  stream: EventStream,
  start: number,
  language: string,
): void {
  let after = start;
  // Of the rehearsal's page nobody knows what it missed: it is told at once.
  let plain = house.plain ? undefined : false;
  const { pool } = house.db;
  const pump = coalesced(
    async () => {
      while (!stream.gone.aborted) {
        // Asked each time, not only when told: what a session that ended may not see is never sent to it.
        const now = await findWebChat(pool, chat.chatId);
        if (now?.closed !== false) return await signedOut(stream);
        if (now.plain !== plain) await stream.send('plain', now.plain);
        plain = now.plain;
        const changed = await changedSince(pool, chat.chatId, after, batch);
        const last = changed.at(-1);
        if (!last) return;
        await stream.send('messages', changed, last.version);
        after = last.version;
      }
    },
    ended(house, stream),
  );
  const menu = coalesced(
    async () => {
      const now = await findWebChat(pool, chat.chatId);
      if (now && !now.closed) await stream.send('commands', await menuOf(pool, now, language));
    },
    ended(house, stream),
  );
  const unsubscribe = house.wakes.subscribe((wake) => {
    if (wake.chat !== undefined && wake.chat !== chat.chatId) return;
    if (wake.ended) void signedOut(stream);
    else if (wake.typing) void stream.send('typing', {});
    else if (wake.answered) void stream.send('answered', wake.answered);
    else if (wake.read !== undefined) void stream.send('read', { upTo: wake.read });
    else if (wake.commands) menu();
    else if (!wake.clock) pump();
  });
  stream.gone.addEventListener('abort', unsubscribe);
  pump();
}

/** The page hears why before the line ends, and asks to sign in again. */
async function signedOut(stream: EventStream): Promise<void> {
  await stream.send('signed-out', {});
  stream.end();
}

function tellOfPeople(house: WebHouse, rehearsal: Rehearsal, stream: EventStream): void {
  const people = coalesced(
    async () => {
      await stream.send('people', await peopleToBe(house, rehearsal));
    },
    ended(house, stream),
  );
  const clock = () => void stream.send('clock', clockFace(rehearsal));
  const unsubscribe = house.wakes.subscribe((wake) => {
    if (wake.typing || wake.answered || wake.commands) return;
    if (wake.clock) clock();
    people();
  });
  stream.gone.addEventListener('abort', unsubscribe);
  people();
  clock();
}

/** A stream that cannot read the database is ended: the browser comes back by itself and asks again. */
function ended(house: WebHouse, stream: EventStream) {
  return (error: unknown) => {
    if (stream.gone.aborted) return;
    house.log.warn({ err: error }, 'web chat: an event stream was cut off');
    stream.end();
  };
}
