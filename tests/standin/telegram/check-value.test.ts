import { describe, expect, test } from 'vitest';
import { checkFields, checkValue } from './check-value.ts';
import { spec } from './spec.ts';

const files = new Set(['f1']);
const button = { text: 'Đúng', callback_data: 'yes' };

describe('parameters of a call', () => {
  const cases: [title: string, method: string, params: Record<string, unknown>, problems: RegExp[]][] = [
    ['all is well', 'sendMessage', { chat_id: 5_000_000_001, text: 'a' }, []],
    ['a chat by its name', 'sendMessage', { chat_id: '@kenh', text: 'a' }, []],
    ['one is missing', 'sendMessage', { chat_id: 1 }, [/^text: is missing$/]],
    ['one is unknown', 'sendMessage', { chat_id: 1, text: 'a', colour: 1 }, [/^colour: is unknown$/]],
    ['a number as text', 'sendMessage', { chat_id: 1, text: 5 }, [/^text: needs text$/]],
    [
      'text as a number',
      'editMessageText',
      { chat_id: 1, message_id: '7', text: 'a' },
      [/^message_id: needs an integer/],
    ],
    ['a broken number', 'getUpdates', { offset: 1.5 }, [/^offset: needs an integer/]],
    [
      'a flag as text',
      'sendMessage',
      { chat_id: 1, text: 'a', protect_content: 'true' },
      [/^protect_content: needs true/],
    ],
    ['null', 'sendMessage', { chat_id: 1, text: 'a', parse_mode: null }, [/^parse_mode: needs text/]],
    [
      'an inline keyboard',
      'sendMessage',
      { chat_id: 1, text: 'a', reply_markup: { inline_keyboard: [[button]] } },
      [],
    ],
    [
      'a reply keyboard',
      'sendMessage',
      { chat_id: 1, text: 'a', reply_markup: { keyboard: [[{ text: 'a' }]] } },
      [],
    ],
    [
      'a reply keyboard where only an inline one may be',
      'editMessageText',
      { chat_id: 1, message_id: 1, text: 'a', reply_markup: { keyboard: [] } },
      [/^reply_markup.keyboard: is unknown$/, /^reply_markup.inline_keyboard: is missing$/],
    ],
    [
      'a mistake deep inside',
      'sendMessage',
      {
        chat_id: 1,
        text: 'a',
        reply_markup: { inline_keyboard: [[button], [{ text: 'a', callback: 'b' }]] },
      },
      [/^reply_markup.inline_keyboard\[1\]\[0\].callback: is unknown$/],
    ],
    [
      'markup as text',
      'sendMessage',
      { chat_id: 1, text: 'a', reply_markup: '{}' },
      [/^reply_markup: needs/],
    ],
    [
      'a row that is none',
      'sendMessage',
      { chat_id: 1, text: 'a', reply_markup: { inline_keyboard: [button] } },
      [/inline_keyboard\[0\]: needs an array/],
    ],
    ['an uploaded file', 'sendDocument', { chat_id: 1, document: 'attach://f1' }, []],
    ['a file Telegram has', 'sendDocument', { chat_id: 1, document: 'BQAC' }, []],
    ['a file that did not come', 'sendDocument', { chat_id: 1, document: 'attach://f2' }, [/^document: /]],
    [
      'a certificate by id',
      'setWebhook',
      { url: 'https://a.vn', certificate: 'BQAC' },
      [/^certificate: needs an uploaded file$/],
    ],
    ['a scope', 'setMyCommands', { commands: [], scope: { type: 'chat', chat_id: 1 } }, []],
    [
      'a scope without its chat',
      'setMyCommands',
      { commands: [], scope: { type: 'chat' } },
      [/^scope.chat_id: is missing$/],
    ],
    [
      'a scope that does not exist',
      'setMyCommands',
      { commands: [], scope: { type: 'all' } },
      [/^scope.type: must be/],
    ],
    [
      'photos and videos in one album',
      'sendMediaGroup',
      {
        chat_id: 1,
        media: [
          { type: 'photo', media: 'a' },
          { type: 'video', media: 'b' },
        ],
      },
      [],
    ],
    [
      'a caption of the wrong kind',
      'sendMediaGroup',
      { chat_id: 1, media: [{ type: 'document', media: 'a', has_spoiler: true }] },
      [/^media\[0\].has_spoiler: is unknown$/],
    ],
  ];
  test.each(cases)('%s', (_title, method, params, problems) => {
    const found = checkFields(spec.methods[method]?.fields ?? [], params, '', files);
    expect(found).toHaveLength(problems.length);
    for (const [i, problem] of problems.entries()) expect(found[i]).toMatch(problem);
  });
});

test('tells members of a chat apart by their status', () => {
  const user = { id: 1, is_bot: true, first_name: 'Bot' };
  expect(checkValue(['ChatMember'], { status: 'kicked', user, until_date: 0 }, 'm')).toEqual([]);
  expect(checkValue(['ChatMember'], { status: 'kicked', user }, 'm')).toEqual(['m.until_date: is missing']);
});
