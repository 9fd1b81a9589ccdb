import { expect, it } from 'vitest';
import type { PlainChat } from './chats.ts';
import type { Choice, LiveMenu, PlainKeyboard } from './menu.ts';
import { type Composed, menusAfter } from './menus-after.ts';

const one: Choice = { mark: '1', label: 'Một', data: 'one' };
const two: Choice = { mark: '1', label: 'Hai', data: 'two' };
const word: Choice = { mark: 'A', label: 'Bỏ qua', say: 'Bỏ qua' };
const further: Choice = { mark: 'A', label: 'Tiếp tục', data: 'on' };
const old: LiveMenu = { messageId: 1, shownAt: 1, until: 100, choices: [one] };
const older: LiveMenu = { messageId: 0, shownAt: 0, until: 100, choices: [] };
const shown = { messageId: 2, shownAt: 2, until: 200 };

const chat = (given: Partial<PlainChat> = {}): PlainChat => ({
  menu: old,
  previous: older,
  letters: false,
  unsure: true,
  ...given,
});
const keyboard = (choices: Choice[], clears = false): PlainKeyboard => ({
  choices,
  links: [],
  asksPhone: false,
  clears,
});
const said = (given: Partial<Composed>): Composed => ({
  keyboard: keyboard([]),
  letters: false,
  beside: undefined,
  hint: undefined,
  ...given,
});
const keyed: LiveMenu = { ...old, choices: [word] };

it.each<[about: string, before: PlainChat, message: Composed, after: Partial<PlainChat>]>([
  [
    'a menu takes the place of the one before',
    chat(),
    said({ keyboard: keyboard([two]) }),
    {
      menu: { ...shown, choices: [two] },
      previous: old,
      letters: false,
    },
  ],
  [
    'words alone leave the menu',
    chat({ letters: true }),
    said({}),
    {
      menu: old,
      previous: older,
      letters: true,
    },
  ],
  [
    'a question for a number ends it',
    chat(),
    said({ letters: true, hint: { number: true } }),
    {
      menu: undefined,
      previous: old,
      letters: true,
    },
  ],
  [
    'a keyboard taken away ends its menu',
    chat({ menu: keyed }),
    said({ keyboard: keyboard([], true) }),
    {
      menu: undefined,
      previous: keyed,
    },
  ],
  ['and no menu of buttons', chat(), said({ keyboard: keyboard([], true) }), { menu: old, previous: older }],
  [
    'a menu beside another leaves it to choose from',
    chat(),
    said({
      keyboard: keyboard([further]),
      letters: true,
      beside: old,
    }),
    { menu: { ...old, choices: [one, further] }, previous: older, letters: false },
  ],
])('%s', (_, before, message, after) => {
  expect(menusAfter(before, message, shown)).toEqual({ ...before, unsure: false, ...after });
});
