import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ZaloPerson } from '../../support/zalo-person.ts';
import { call } from './call.ts';
import { startZaloStandIn, type ZaloStandIn } from './start.ts';

let standIn: ZaloStandIn;
let person: ZaloPerson;
beforeEach(async () => {
  standIn = await startZaloStandIn();
  person = standIn.person({ name: 'Ana' });
});
afterEach(() => standIn.close());

const poll = async (timeout: number | string = 0) => (await call(standIn, 'getUpdates', { timeout })).body;
const text = (words: string) => ({
  ok: true,
  result: { event_name: 'message.text.received', message: expect.objectContaining({ text: words }) },
});
const nothing = { ok: false, error_code: 408, description: expect.any(String) };

test('one object, one at a time, and gone once it was returned', async () => {
  await person.says('một');
  await person.says('hai');
  expect(await poll()).toEqual(text('một'));
  expect(await poll()).toEqual(text('hai'));
  expect(await poll()).toEqual(nothing);
  expect(standIn.violations).toEqual([]);
});

test('an event in full', async () => {
  await person.says('một');
  expect(await poll()).toEqual({
    ok: true,
    result: {
      event_name: 'message.text.received',
      message: {
        date: expect.any(Number),
        chat: { chat_type: 'PRIVATE', id: person.id },
        message_id: expect.stringMatching(/^[0-9a-f]{20}$/),
        from: { id: person.id, is_bot: false, display_name: 'Ana' },
        text: 'một',
      },
    },
  });
  expect(standIn.events[0]?.message.date).toBeGreaterThan(1e12);
});

test('every kind of event', async () => {
  await person.sendsFile('a.jpg', Buffer.from('ảnh'), { photo: true, caption: 'Lễ hội' });
  await person.sendsSticker();
  await person.sendsVoice();
  await person.sendsUnsupported();
  const kinds = standIn.events.map(({ event_name }) => event_name.split('.')[1]);
  expect(kinds).toEqual(['image', 'sticker', 'voice', 'unsupported']);
  expect(standIn.events[0]?.message).toMatchObject({ caption: 'Lễ hội', photo_url: expect.any(String) });
  expect(Object.keys(standIn.events[3]?.message ?? {})).toEqual(['date', 'chat', 'message_id', 'from']);
});

test.each([
  ['bare', 'photo_url'],
  ['wrapped', 'photo'],
] as const)('the address of a picture, %s: %s', async (shape, field) => {
  standIn.shape = shape;
  await person.sendsFile('a.jpg', Buffer.from('ảnh'), { photo: true });
  expect(JSON.stringify(await poll())).toContain(`"${field}":"${standIn.url}/photos/`);
});

test('a picture can be read until its address expires', async () => {
  await person.sendsFile('a.jpg', Buffer.from('ảnh'), { photo: true });
  const address = standIn.events[0]?.message.photo_url ?? '';
  expect(Buffer.from(await (await fetch(address)).arrayBuffer()).toString()).toBe('ảnh');
  standIn.expirePhotos();
  expect((await fetch(address)).status).toBe(404);
});

describe('a held poll', () => {
  const held = () => standIn.answered(({ method }) => method === 'getUpdates');
  const waiting = () => expect.poll(() => standIn.calls.length).toBe(1);

  test('answers as soon as an event comes', async () => {
    const polled = poll('50');
    await waiting();
    await person.says('một');
    expect(await polled).toEqual(text('một'));
  });

  test('answers 408 when told to', async () => {
    const polled = poll(50);
    await waiting();
    standIn.endPoll();
    expect(await polled).toEqual(nothing);
  });

  test('loses nothing when its client has hung up', async () => {
    const hangUp = new AbortController();
    const polled = call(standIn, 'getUpdates', { timeout: 50 }, hangUp.signal).catch((error) => error.name);
    await waiting();
    hangUp.abort();
    expect(await polled).toBe('AbortError');
    await held();
    await person.says('một');
    expect(await poll()).toEqual(text('một'));
    expect(standIn.violations).toEqual([]);
  });

  test('next to another one: the older ends, and that is a mistake', async () => {
    const older = poll(50);
    await waiting();
    const newer = poll(50);
    expect(await older).toEqual(nothing);
    await person.says('một');
    expect(await newer).toEqual(text('một'));
    expect(standIn.violations).toEqual(['getUpdates: two polls at once']);
  });
});

describe('events in unusual ways', () => {
  test('each one twice', async () => {
    standIn.duplicateEvents = true;
    await person.says('một');
    expect(await poll()).toEqual(await poll());
    expect(await poll()).toEqual(nothing);
  });

  test('in reverse order', async () => {
    const release = standIn.holdEvents();
    await person.says('một');
    await person.says('hai');
    expect(await poll()).toEqual(nothing);
    release('reversed');
    expect(await poll()).toEqual(text('hai'));
    expect(await poll()).toEqual(text('một'));
  });

  test('bare', async () => {
    standIn.shape = 'bare';
    await person.says('một');
    expect(await poll()).toEqual(text('một').result);
  });

  test("the bot's own messages", async () => {
    standIn.echoes = true;
    await person.says('một');
    await poll();
    await call(standIn, 'sendMessage', { chat_id: person.id, text: 'Chào' });
    expect(await poll()).toMatchObject({
      result: {
        message: { from: { id: standIn.botId, is_bot: true }, chat: { id: person.id }, text: 'Chào' },
      },
    });
  });

  test.each([{ event_name: 'message.reaction.received', message: {} }, { event_name: 'follow' }, {}])(
    '%j',
    async (event) => {
      standIn.sendsRaw(event);
      expect(await poll()).toEqual({ ok: true, result: event });
    },
  );
});
