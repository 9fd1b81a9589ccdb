import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { FaultAnswer } from '../standin/zalo/faults.ts';
import type { ZaloStandIn } from '../standin/zalo/start.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import type { ZaloPerson } from '../support/zalo-person.ts';

/** Unusual events from Zalo, and failures of sending to it. */

/** The constant answer to "trợ giúp". */
const help = 'Các lệnh của anh/chị';

let house: TestHouse;
let zalo: ZaloStandIn;
let person: ZaloPerson;
beforeAll(async () => {
  house = await testHouse({ channel: 'zalo' });
  zalo = house.zalo;
  person = zalo.person({ name: 'Mai' });
  await house.joined('Lê Thị Mai', 'liaison', 'GLAR', person);
});
afterAll(() => house.close());
afterEach(() => {
  zalo.duplicateEvents = false;
  zalo.echoes = false;
  zalo.shape = undefined;
});
/**
 * Types a text with a constant answer, and sees the answer: all earlier updates are handled then.
 */
const stillTalks = async () => {
  await person.says('trợ giúp');
  return person.sees(help);
};
const answersTo = async (what: string) =>
  (await person.transcript()).filter(({ fromBot, text }) => fromBot && text.includes(what)).length;

it('every event twice, and its own messages: each is answered once', async () => {
  zalo.duplicateEvents = true;
  zalo.echoes = true;
  const before = await answersTo(help);
  await stillTalks();
  await stillTalks();
  expect(await answersTo(help)).toBe(before + 2);
});

it('an event that was handled, once more much later', async () => {
  await stillTalks();
  const before = await answersTo(help);
  zalo.sendsRaw(person.events.at(-1));
  await person.says('hạn nộp');
  await person.sees('Hạn');
  expect(await answersTo(help)).toBe(before);
});

it('bare events', async () => {
  zalo.shape = 'bare';
  zalo.endPoll();
  await stillTalks();
});

it.each<[about: string, event: unknown]>([
  ['an empty probe', {}],
  ['nothing at all', null],
  ['a list', []],
  ['words', 'event'],
  ['an event without a message', { event_name: 'message.text.received' }],
  ['an event of a kind nobody knows', { event_name: 'message.reaction.received', message: { emoji: '👍' } }],
  ['a follower', { event_name: 'user.followed', user: { id: '6ede9afa66b88fe6d6a9' } }],
])('%s is passed over', async (_, event) => {
  zalo.sendsRaw(event);
  await stillTalks();
});

it('a message in a group is ignored', async () => {
  await stillTalks();
  const [event] = person.events.slice(-1);
  const before = zalo.calls.filter(({ method }) => method === 'sendMessage').length;
  zalo.sendsRaw({
    ...event,
    message: {
      ...event?.message,
      message_id: '0123456789abcdef0123',
      chat: { chat_type: 'GROUP', id: 'abcdefabcdefabcdef00' },
    },
  });
  await stillTalks();
  expect(zalo.calls.filter(({ method }) => method === 'sendMessage').length).toBe(before + 1);
});

it.each(['sendsSticker', 'sendsVoice', 'sendsUnsupported'] as const)(
  '%s is answered kindly',
  async (sends) => {
    await person[sends]();
    await person.sees('chỉ nhận được chữ và ảnh');
    await stillTalks();
  },
);

it('messages in reverse order are both answered', async () => {
  const release = zalo.holdEvents();
  await person.says('hạn nộp');
  await person.says('trợ giúp');
  release('reversed');
  await person.sees(help);
  await person.sees('Hạn');
});

it.each<FaultAnswer>([403, 404, 408, 429, 'not JSON', 502, 'drop'])(
  'a poll that is answered with %s',
  async (answer) => {
    zalo.failNext({ method: 'getUpdates', answer });
    zalo.endPoll();
    await stillTalks();
  },
);

it('a message refused with 429 is sent again', async () => {
  zalo.failNext({ method: 'sendMessage', chat: person.id, times: 2, answer: 429 });
  await stillTalks();
});

it.each<FaultAnswer>(['lost', 'drop', 'not JSON'])(
  'a message of unknown fate (%s) is sent again, and says so',
  async (answer) => {
    zalo.failNext({ method: 'sendMessage', chat: person.id, answer });
    await person.says('trợ giúp');
    await person.sees(/^\(Mạng vừa trục trặc[\s\S]*Các lệnh của anh\/chị/);
    await person.says('hạn nộp');
    expect((await person.sees('Hạn chót')).text).not.toContain('Mạng vừa trục trặc');
  },
);

it('a number typed before a newer menu came belongs to the menu before', async () => {
  await person.says('hạn nộp');
  const due = await person.sees('Hạn chót');
  expect(due.buttons[2]).toBe('Báo cáo năm');
  const release = zalo.holdEvents();
  await person.says('3');
  await house.at('2021-08-20T08:00:00+07:00');
  const nudge = await person.sees('còn 4 ngày');
  expect(nudge.buttons[2]).toBe('Nhắc lại ngày mai');
  release();
  await person.sees('chưa có điển hình nào được duyệt để báo cáo năm 2021');
});
