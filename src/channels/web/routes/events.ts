import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type EventStream, openEventStream } from '../../../http/event-stream.ts';
import { localeOf } from '../../../http/request-locale.ts';
import { locales } from '../../../i18n.ts';
import { createChatFeeds } from '../chat-feeds.ts';
import { coalesce } from '../coalesced.ts';
import { writePageNames } from '../page-texts.ts';
import { listSelectablePeople, readClockFace } from '../selectable-people.ts';
import { requireChat } from '../visitor.ts';
import type { Rehearsal, WebHouse } from '../web-house.ts';

const from = z.object({
  after: z.coerce.number().int().min(0).default(0),
  /**
   * Also the selectable people and the clock: one stream per browser tab, of which browsers allow
   * only six.
   */
  people: z.stringbool().default(false),
});

/**
 * Adds the stream of a chat's events. `messages` events carry the version as their id, so that an
 * interrupted browser continues exactly there. `typing`, `answered`, `read`, `commands` and `plain`
 * reach only current listeners. `texts` are the names that the page's texts have now.
 */
export function addEventRoutes(http: FastifyInstance, house: WebHouse): void {
  const open = new Set<EventStream>();
  const feeds = createChatFeeds(house);
  // A plan file that changes the office's names is followed by pages that are open.
  const texts = {
    event: 'texts',
    data: () => Object.fromEntries(locales.map((locale) => [locale, writePageNames(house.names(locale))])),
  };
  http.addHook('preClose', async () => {
    feeds.end();
    for (const stream of open) stream.end();
  });
  const keep = (stream: EventStream) => {
    open.add(stream);
    stream.gone.addEventListener('abort', () => open.delete(stream));
  };

  http.get('/api/chats/:chatId/events', async (request, reply) => {
    const chat = await requireChat(house, request);
    const { after, people } = from.parse(request.query);
    const stream = openEventStream(reply, texts);
    feeds.join(chat.chatId, { stream, language: localeOf(request), after: resumed(request) ?? after });
    if (people && house.rehearsal) {
      keep(stream);
      tellOfPeople(house, house.rehearsal, stream);
    }
  });

  const { rehearsal } = house;
  if (!rehearsal) return;
  http.get('/api/people/events', async (_request, reply) => {
    const stream = openEventStream(reply, texts);
    keep(stream);
    tellOfPeople(house, rehearsal, stream);
  });
}

function resumed(request: FastifyRequest): number | undefined {
  const id = request.headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}

function tellOfPeople(house: WebHouse, rehearsal: Rehearsal, stream: EventStream): void {
  const people = coalesce(
    async () => {
      await stream.send('people', await listSelectablePeople(house, rehearsal));
    },
    ended(house, stream),
  );
  const clock = () => void stream.send('clock', readClockFace(rehearsal));
  const unsubscribe = house.chatEvents.subscribe((event) => {
    if (event.typing || event.answered || event.commands) return;
    if (event.clock) clock();
    people();
  });
  stream.gone.addEventListener('abort', unsubscribe);
  people();
  clock();
}

/**
 * A stream that cannot read the database is ended: the browser comes back by itself and asks again.
 */
function ended(house: WebHouse, stream: EventStream) {
  return (error: unknown) => {
    if (stream.gone.aborted) return;
    house.log.warn({ err: error }, 'web chat: an event stream was cut off');
    stream.end();
  };
}
