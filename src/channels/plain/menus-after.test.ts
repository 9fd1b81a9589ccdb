import { expect, it } from 'vitest';
import type { PlainChat } from './chats.ts';
import type { Choice, LiveMenu, PlainKeyboard } from './menu.ts';
import { type Composed, computeMenus, findKeptMenu } from './menus-after.ts';

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
  keptMenu: undefined,
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
    'an added menu keeps the choices of the first',
    chat(),
    said({
      keyboard: keyboard([further]),
      letters: true,
      keptMenu: old,
    }),
    {
      menu: { ...old, choices: [one, { ...further, since: shown.shownAt }] },
      previous: older,
      letters: false,
    },
  ],
])('%s', (_, before, message, after) => {
  expect(computeMenus(before, message, shown)).toEqual({ ...before, unsure: false, ...after });
});

const asked: LiveMenu = { ...old, waits: 1 };
const askedByLetter: LiveMenu = { ...old, choices: [{ ...one, mark: 'A' }], waits: 1 };
const withNudge: LiveMenu = { ...asked, choices: [one, further] };

it.each<[about: string, menu: LiveMenu | undefined, hint: Composed['hint'], kept: LiveMenu | undefined]>([
  ['a nudge keeps the menu of the waiting question', asked, undefined, asked],
  ['also one with letters', askedByLetter, undefined, askedByLetter],
  ['and takes the place of the nudge before', withNudge, undefined, asked],
  ['it replaces a menu that nothing waits for', old, undefined, undefined],
  ['it stands alone where nothing does', undefined, undefined, undefined],
  ['what the dialogue says replaces the menu', asked, { number: false }, undefined],
  [
    'a hint keeps the numbers of the message before',
    { ...old, choices: [one, further] },
    {
      number: false,
      keepsMenu: true,
    },
    old,
  ],
  [
    'and those of the question, when there were no others',
    withNudge,
    { number: false, keepsMenu: true },
    asked,
  ],
  ['an expired menu is not kept', { ...asked, until: 1 }, undefined, undefined],
])('%s', (_, menu, hint, kept) => {
  expect(findKeptMenu(chat({ menu }), hint, 50)).toEqual(kept);
});

it('counts the choices of a waiting question', () => {
  const question = said({ keyboard: keyboard([one]), hint: { number: false, waitsFor: 'choice' } });
  expect(computeMenus(chat({ menu: undefined }), question, shown).menu).toEqual({
    ...shown,
    choices: [one],
    waits: 1,
  });
});

it('a message without a question keeps all choices', () => {
  expect(computeMenus(chat({ menu: withNudge }), said({ keptMenu: asked }), shown).menu).toEqual(withNudge);
});

it('a question for words takes the menu of before away: "vâng" is its answer', () => {
  const before = chat({ menu: asked });
  const question = said({ keyboard: keyboard([]), hint: { number: false, waitsFor: 'words' } });
  expect(computeMenus(before, question, shown)).toMatchObject({ menu: undefined, previous: asked });
  const refusal = said({ keyboard: keyboard([]), hint: { number: false } });
  expect(computeMenus(before, refusal, shown).menu).toEqual(asked);
});
