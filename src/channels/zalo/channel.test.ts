import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startZaloStandIn, type ZaloStandIn } from '../../../tests/standin/zalo/start.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { realClock } from '../../clock.ts';
import { createHttp } from '../../http/server.ts';
import type { Accept, Inbound } from '../../jobs/inbound.ts';
import { createSignedLinks } from '../../links/links.ts';
import { type FileStore, openFiles } from '../../store/files.ts';
import type { Channel } from '../channel.ts';
import { createZaloChannel, type ZaloOptions } from './channel.ts';

let db: TestDatabase;
let folder: string;
let files: FileStore;
let zalo: ZaloStandIn;
let logged: string;
let ending: (() => unknown)[];
const accepted: Inbound[] = [];
const accept: Accept = async (_channel, updates) => {
  accepted.push(...updates);
};

beforeAll(async () => {
  db = await freshDatabase({ poolSize: 10 });
  folder = await mkdtemp(join(tmpdir(), 'dht-zalo-'));
  files = openFiles({ dataDir: folder });
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  zalo = await startZaloStandIn();
  logged = '';
  accepted.length = 0;
  ending = [];
});
afterEach(async () => {
  for (const end of ending.reverse()) await end();
  await zalo.close();
});

const patience = { timeout: 60_000 };
const secret = 'bi-mat-0123456789';
const keys = () => accepted.map(({ key }) => key);

function channelOf(more: Partial<ZaloOptions> = {}): Channel {
  const to = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const channel = createZaloChannel({
    token: zalo.token,
    apiRoot: zalo.url,
    publicUrl: 'http://127.0.0.1:1',
    pollSeconds: 1,
    limits: { all: 1000, perChat: 1000 },
    db,
    files,
    links: createSignedLinks({ db, clock: realClock, publicUrl: () => 'http://127.0.0.1:1' }),
    clock: realClock,
    log: pino({ level: 'debug' }, to),
    ...more,
  });
  ending.push(() => channel.stop());
  return channel;
}

/** Starts a server that can be asked instead of Zalo's own. */
async function serves(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ending.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

const id = '00112233445566778899';
const event = (message: object) => ({
  event_name: 'message.text.received',
  message: {
    date: 1_789_033_572_455,
    chat: { chat_type: 'PRIVATE', id },
    from: { id, is_bot: false, display_name: 'Bình' },
    ...message,
  },
});
const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');

/** Downloads the photo of the only message as the bot does. */
async function photoOf(channel: Channel): Promise<Uint8Array | undefined> {
  const file_id = accepted.at(-1)?.update.message?.photo?.[0]?.file_id;
  const call = (path: string, body?: object) =>
    channel.fetch(`${channel.apiRoot}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    });
  const answer = await (await call(`bot${channel.token}/getFile`, { file_id })).text();
  const { result }: { result?: { file_path: string } } = JSON.parse(answer);
  if (!result) return undefined;
  const file = await call(`file/bot${channel.token}/${result.file_path}`);
  return file.body ? await buffer(file.body) : undefined;
}

describe('a photo', () => {
  it('whose server hangs does not delay its message, and comes after it', async () => {
    let answerPhoto: (() => void) | undefined;
    const photos = await serves((_request, response) => {
      answerPhoto = () => response.writeHead(200).end(jpeg);
    });
    const channel = channelOf();
    await channel.start(accept);
    zalo.sendsRaw(event({ message_id: 'a1', photo_url: `${photos}/a.jpg` }));
    zalo.sendsRaw(event({ message_id: 'a2', text: 'xong' }));
    await vi.waitFor(() => expect(keys()).toEqual(['a1', 'a2']), patience);
    accepted.pop();
    const photo = photoOf(channel);
    await vi.waitFor(() => expect(answerPhoto).toBeDefined(), patience);
    answerPhoto?.();
    expect(Buffer.from((await photo) ?? []).equals(jpeg)).toBe(true);
  });

  it('that could not be fetched at once is fetched when used, also after a restart', async () => {
    let up = false;
    const photos = await serves((_request, response) => response.writeHead(up ? 200 : 503).end(jpeg));
    const first = channelOf();
    await first.start(accept);
    zalo.sendsRaw(event({ message_id: 'b1', photo_url: `${photos}/b.jpg` }));
    await vi.waitFor(() => expect(logged).toContain('could not be fetched'), patience);
    expect(await photoOf(first)).toBeUndefined();
    await first.stop();
    up = true;
    expect(Buffer.from((await photoOf(channelOf())) ?? []).equals(jpeg)).toBe(true);
  });

  it('is not fetched where a real Zalo’s redirect leaves https', async () => {
    let asked = 0;
    const inner = await serves((_request, response) => {
      asked += 1;
      response.end('riêng tư');
    });
    const outer = await serves((_request, response) => response.writeHead(302, { location: inner }).end());
    const { createZaloPhotos: zaloPhotos } = await import('./photo.ts');
    const log = pino({ level: 'silent' });
    const find = async (http: boolean, address: string, messageId: string) => {
      const photos = zaloPhotos({ db, files, clock: realClock, log, http });
      return await photos.find(await photos.note({ messageId, chatId: 1, address }));
    };
    expect(await find(false, outer, 'c1')).toBeUndefined();
    expect(asked).toBe(0);
    expect(await find(true, outer, 'c2')).toBeDefined();
    expect(asked).toBe(1);
  });
});

describe('by webhook', () => {
  it('events that arrive at the same time are stored in the order of their arrival', async () => {
    const channel = channelOf({ webhookSecret: secret });
    const http = createHttp({ log: pino({ level: 'silent' }) });
    const begun: string[] = [];
    const release: (() => void)[] = [];
    channel.routes?.(http, async (_channel, [update]) => {
      begun.push(update?.key ?? '');
      await new Promise<void>((resolve) => release.push(resolve));
    });
    const root = await http.listen({ host: '127.0.0.1', port: 0 });
    ending.push(() => http.close());
    const knocks = (message: object) =>
      fetch(`${root}/webhooks/zalo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': secret },
        body: JSON.stringify(event(message)),
      });
    const first = knocks({ message_id: 'd1', text: 'một' });
    await vi.waitFor(() => expect(begun).toEqual(['d1']), patience);
    const second = knocks({ message_id: 'd2', text: 'hai' });
    // Another person's message does not wait for it.
    const another = '99887766554433221100';
    const other = knocks({ message_id: 'd3', text: 'ba', chat: { id: another }, from: { id: another } });
    await vi.waitFor(() => expect(begun).toEqual(['d1', 'd3']), patience);
    release.shift()?.();
    await vi.waitFor(() => expect(begun).toEqual(['d1', 'd3', 'd2']), patience);
    for (const go of release) go();
    expect((await Promise.all([first, second, other])).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('it is set again when another program has removed it', async () => {
    const channel = channelOf({ webhookSecret: secret, webhookCheckMs: 20 });
    await channel.start(accept);
    await vi.waitFor(() => expect(zalo.webhookUrl()).toContain('/webhooks/zalo'), patience);
    await fetch(`${zalo.url}/bot${zalo.token}/deleteWebhook`, { method: 'POST' });
    await vi.waitFor(() => expect(logged).toContain('is set again'), patience);
    await vi.waitFor(() => expect(zalo.webhookUrl()).toContain('/webhooks/zalo'), patience);
  });
});

it('an event that no database can store does not block the next', async () => {
  const channel = channelOf();
  await channel.start(async (_channel, updates) => {
    const [update] = updates;
    if (update?.key === 'e1') await db.pool.query(`SELECT 'a'::int`);
    accepted.push(...updates);
  });
  zalo.sendsRaw(event({ message_id: 'e1', text: 'x' }));
  zalo.sendsRaw(event({ message_id: 'e2', text: 'y' }));
  await vi.waitFor(() => expect(keys()).toEqual(['e2']), patience);
  expect(logged).toContain('cannot be stored');
});

it("the bot's own user is asked once per token: later starts do not wait for Zalo", async () => {
  const first = channelOf();
  const bot = await first.me();
  await first.stop();
  zalo.failNext({ method: 'getMe', times: 100, answer: 401 });
  expect(await channelOf().me()).toEqual(bot);
});

it('a token in Zalo’s answer gets neither into the log nor into the health line', async () => {
  const token = '123456789:SECRET SECRET';
  const apiRoot = await serves((request, response) => {
    const description = `Cannot ${request.method} ${request.url} of ${token}`;
    response.writeHead(404).end(JSON.stringify({ ok: false, error_code: 404, description }));
  });
  const channel = channelOf({ token, apiRoot });
  await channel.start(accept);
  await vi.waitFor(() => expect(channel.trouble()).toContain('404'), patience);
  for (const said of [channel.trouble(), logged]) {
    expect(said).not.toContain(token);
    expect(said).not.toContain(encodeURI(token));
  }
});
