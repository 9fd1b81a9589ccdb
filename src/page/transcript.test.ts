import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findReplyKeyboard, listMessages, mergeMessages } from './transcript.ts';
import type { Markup, WireMessage } from './wire.ts';

const message = (id: number, version: number, reply_markup?: Markup): WireMessage => ({
  id,
  version,
  fromBot: true,
  date: 0,
  text: `${id} in version ${version}`,
  ...(reply_markup && { reply_markup }),
});

test('the highest version of each message remains, in any order and with repeats', () => {
  const arrivals = fc.array(
    fc.record({ id: fc.integer({ min: 1, max: 9 }), version: fc.integer({ min: 1, max: 50 }) }),
  );
  fc.assert(
    fc.property(arrivals, fc.integer({ min: 0, max: 20 }), (all, cut) => {
      const messages = all.map(({ id, version }) => message(id, version));
      const merged = mergeMessages(
        mergeMessages(mergeMessages(new Map(), messages.slice(0, cut)), messages),
        messages.slice(cut),
      );
      const highest = new Map<number, number>();
      for (const { id, version } of all) highest.set(id, Math.max(highest.get(id) ?? 0, version));
      expect(listMessages(merged).map(({ id, version }) => [id, version])).toEqual(
        [...highest].sort(([a], [b]) => a - b),
      );
    }),
  );
});

test('without news the same transcript is returned, so that nothing is drawn again', () => {
  const transcript = mergeMessages(new Map(), [message(1, 5)]);
  expect(mergeMessages(transcript, [message(1, 5), message(1, 4)])).toBe(transcript);
});

const keyboard: Markup = { keyboard: [[{ text: 'Bỏ qua' }]] };
const remove: Markup = { remove_keyboard: true };
const inline: Markup = { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] };

test.each([
  ['none', [undefined, inline], undefined],
  ['the last one', [keyboard, undefined, inline], keyboard],
  ['taken away', [keyboard, remove, inline], undefined],
  ['back again', [keyboard, remove, keyboard], keyboard],
])('reply keyboard: %s', (_what, markups, shown) => {
  expect(findReplyKeyboard(markups.map((markup, i) => message(i, i, markup)))).toBe(shown);
});
