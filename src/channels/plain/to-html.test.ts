import type { MessageEntity } from 'grammy/types';
import { expect, it } from 'vitest';
import { parseHtml } from '../bot-api/html-text.ts';
import { showAddresses } from './addresses.ts';
import { toHtml } from './to-html.ts';

const bold = (offset: number, length: number): MessageEntity => ({ type: 'bold', offset, length });

it.each<[string, string, MessageEntity[], { text: string; styled: boolean }]>([
  ['without marks is sent as it is', 'a < b & c', [], { text: 'a < b & c', styled: false }],
  ['with marks is escaped', 'a < b', [bold(0, 1)], { text: '<b>a</b> &lt; b', styled: true }],
  [
    'commands and codes are words',
    '/dangky',
    [{ type: 'bot_command', offset: 0, length: 7 }],
    { text: '/dangky', styled: false },
  ],
  [
    'marks within marks are nested',
    'abcd',
    [bold(0, 4), { type: 'italic', offset: 1, length: 2 }],
    { text: '<b>a</b><b><i>bc</i></b><b>d</b>', styled: true },
  ],
  [
    'marks that overlap do not cross',
    'abc',
    [bold(0, 2), { type: 'underline', offset: 1, length: 2 }],
    { text: '<b>a</b><b><u>b</u></b><u>c</u>', styled: true },
  ],
])('a text %s', (_name, text, entities, shown) => {
  expect(toHtml({ text, entities })).toEqual(shown);
});

it('the written HTML is read back as the same text', () => {
  const source = { text: 'Đã <gửi>: GLAR-2021-001 & nữa', entities: [bold(11, 13)] };
  const read = parseHtml(toHtml(source).text);
  expect(read).toEqual(source);
});

it('an address behind words is visible', () => {
  const read = parseHtml('Xem <a href="https://a.example/x">ở đây</a>, <b>rõ</b>');
  expect(showAddresses(read).text).toBe('Xem ở đây (https://a.example/x), rõ');
  expect(toHtml(showAddresses(read)).text).toContain('<b>rõ</b>');
});
