import { expect, it } from 'vitest';
import type { PlainChat } from './chats.ts';
import type { Choice, LiveMenu, PlainKeyboard } from './menu.ts';
import { type Composed, menuBeside, menusAfter } from './menus-after.ts';

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
    {
      menu: { ...old, choices: [one, { ...further, since: shown.shownAt }] },
      previous: older,
      letters: false,
    },
  ],
])('%s', (_, before, message, after) => {
  expect(menusAfter(before, message, shown)).toEqual({ ...before, unsure: false, ...after });
});

const asked: LiveMenu = { ...old, waits: 1 };
const askedByLetter: LiveMenu = { ...old, choices: [{ ...one, mark: 'A' }], waits: 1 };
const withNudge: LiveMenu = { ...asked, choices: [one, further] };

it.each<[about: string, menu: LiveMenu | undefined, hint: Composed['hint'], beside: LiveMenu | undefined]>([
  ['a nudge stands beside the question that waits', asked, undefined, asked],
  ['also beside one with letters', askedByLetter, undefined, askedByLetter],
  ['and takes the place of the nudge before', withNudge, undefined, asked],
  ['it replaces a menu that nothing waits for', old, undefined, undefined],
  ['it stands alone where nothing does', undefined, undefined, undefined],
  ['what the dialogue says replaces the menu', asked, { number: false }, undefined],
  [
    'a hint stands beside the numbers that were said before',
    { ...old, choices: [one, further] },
    {
      number: false,
      besides: true,
    },
    old,
  ],
  ['and beside the question, when nothing else was', withNudge, { number: false, besides: true }, asked],
  ['nothing stands beside what has expired', { ...asked, until: 1 }, undefined, undefined],
])('%s', (_, menu, hint, beside) => {
  expect(menuBeside(chat({ menu }), hint, 50)).toEqual(beside);
});

it('counts the choices of a question that waits', () => {
  const question = said({ keyboard: keyboard([one]), hint: { number: false, waitsFor: 'choice' } });
  expect(menusAfter(chat({ menu: undefined }), question, shown).menu).toEqual({
    ...shown,
    choices: [one],
    waits: 1,
  });
});

it('words that come of their own accord leave all that can be chosen', () => {
  expect(menusAfter(chat({ menu: withNudge }), said({ beside: asked }), shown).menu).toEqual(withNudge);
});
