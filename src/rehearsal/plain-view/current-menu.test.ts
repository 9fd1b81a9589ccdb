import { describe, expect, it } from 'vitest';
import type { Markup, WireMessage } from '../../page/wire.ts';
import { readCurrentMenu } from './current-menu.ts';

const buttons: Markup = { inline_keyboard: [[{ text: 'Xong', callback_data: 'done' }]] };
const keyboard: Markup = { keyboard: [[{ text: 'Bỏ qua' }]] };
const gone: Markup = { remove_keyboard: true };

const chat = (...bodies: Partial<WireMessage>[]): WireMessage[] =>
  bodies.map((body, i) => ({ id: i + 1, version: i + 1, fromBot: true, date: 0, ...body }));

describe('the current menu', () => {
  it.each<[string, Partial<WireMessage>[], number | undefined]>([
    ['is none in an empty chat', [], undefined],
    ['is the newest with buttons', [{ reply_markup: buttons }, { reply_markup: buttons }, {}], 2],
    ['is not one that was deleted', [{ reply_markup: buttons }, { reply_markup: buttons, deleted: true }], 1],
    ['is a keyboard that nothing took away', [{ reply_markup: buttons }, { reply_markup: keyboard }, {}], 2],
    ['is a keyboard also once its message is deleted', [{ reply_markup: keyboard, deleted: true }], 1],
    [
      'is no keyboard that was taken away',
      [{ reply_markup: buttons }, { reply_markup: keyboard }, { reply_markup: gone }],
      1,
    ],
    ['is nothing of the person’s own', [{ reply_markup: buttons, fromBot: false }], undefined],
  ])('%s', (_name, bodies, id) => {
    expect(readCurrentMenu(chat(...bodies)).menu?.id).toBe(id);
  });
});

it('an expectation lasts until the next question, not until any message', () => {
  const messages = chat({ expecting: { number: false } }, { expecting: { number: true } }, {});
  expect(readCurrentMenu(messages).expecting).toEqual({ number: true });
});
