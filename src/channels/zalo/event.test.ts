import { describe, expect, it } from 'vitest';
import { readEvent } from './event.ts';

const from = { id: '6ede9afa66b88fe6d6a9', is_bot: false, display_name: 'Bình' };
const chat = { chat_type: 'PRIVATE', id: '6ede9afa66b88fe6d6a9' };
const base = { date: 1_789_033_572_455, chat, message_id: '2d758cb5e222177a4e35', from };
const event = (name: string, more: object) => ({ event_name: name, message: { ...base, ...more } });
const read = {
  messageId: base.message_id,
  chatId: chat.id,
  fromId: from.id,
  fromBot: false,
  name: 'Bình',
  sentAt: base.date,
};

describe('an event', () => {
  it.each([
    ['a text', event('message.text.received', { text: 'xin chào' }), { kind: 'text', text: 'xin chào' }],
    [
      'a photo as it really comes',
      event('message.image.received', { photo_url: 'https://a.example/1.jpg', caption: 'Làng' }),
      { kind: 'image', address: 'https://a.example/1.jpg', caption: 'Làng' },
    ],
    [
      'a photo as the documentation has it',
      event('message.image.received', { photo: 'https://a.example/1.jpg' }),
      { kind: 'image', address: 'https://a.example/1.jpg', caption: '' },
    ],
    ['a document', event('message.unsupported.received', {}), { kind: 'other' }],
    [
      'a sticker',
      event('message.sticker.received', { sticker: 'x', url: 'https://a.example/s' }),
      { kind: 'other' },
    ],
    ['something new', event('message.poll.received', { poll: {} }), { kind: 'other' }],
    ['a text of nothing', event('message.text.received', { text: '  ' }), { kind: 'other' }],
  ])('%s is read bare and wrapped', (_name, bare, content) => {
    const message = { ...read, content };
    expect(readEvent(bare)).toEqual({ kind: 'message', message });
    expect(readEvent({ ok: true, result: bare })).toEqual({ kind: 'message', message });
  });

  it.each([
    ['milliseconds', 1_789_033_572_455, 1_789_033_572_455],
    ['seconds, should they come', 1_789_033_572, 1_789_033_572_999],
    ['digits in quotation marks', '1789033572455', 1_789_033_572_455],
    ['nonsense', 'today', undefined],
    ['nothing', undefined, undefined],
  ])('with a date in %s', (_name, date, sentAt) => {
    expect(readEvent(event('message.text.received', { text: 'a', date }))).toMatchObject({
      message: { sentAt },
    });
  });

  it('by a bot is recognised as such', () => {
    expect(
      readEvent(event('message.text.received', { text: 'a', from: { ...from, is_bot: true } })),
    ).toMatchObject({
      message: { fromBot: true },
    });
  });

  it.each([
    [
      'in a group',
      { ...event('x', { text: 'a' }), message: { ...base, chat: { ...chat, chat_type: 'GROUP' } } },
      'nothing',
    ],
    ['without a message', { event_name: 'user.followed' }, 'nothing'],
    ['that is empty', {}, 'nothing'],
    ['that is null', null, 'nothing'],
    ['that is a list', [], 'unreadable'],
    ['that is a word', 'event', 'unreadable'],
    ['without a sender', { event_name: 'x', message: { ...base, from: undefined } }, 'unreadable'],
    [
      'with an id that no database takes',
      { event_name: 'x', message: { ...base, message_id: 'a\0b' } },
      'unreadable',
    ],
    ['without an id', { event_name: 'x', message: { ...base, message_id: '' } }, 'unreadable'],
  ])('%s is passed over', (_name, body, kind) => {
    expect(readEvent(body).kind).toBe(kind);
  });
});
