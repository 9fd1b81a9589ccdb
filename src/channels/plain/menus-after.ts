import type { Expecting } from '../../drafts/expecting.ts';
import type { PlainChat } from './chats.ts';
import type { Choice, LiveMenu, PlainKeyboard } from './menu.ts';

/** A message as it was composed, whose menu is about to stand in the chat. */
export interface Composed {
  keyboard: PlainKeyboard;
  letters: boolean;
  /** The menu that stays beside its own, and is chosen from too. */
  beside: LiveMenu | undefined;
  hint: Expecting | undefined;
}

/**
 * The menu that what is being said stands beside: it is said besides something else, or comes of
 * its own accord (`hint` undefined) while a question waits. What stood beside that menu before
 * makes room. `now` in milliseconds.
 */
export function menuBeside(
  { menu }: PlainChat,
  hint: Expecting | undefined,
  now: number,
): LiveMenu | undefined {
  if (!menu || now > menu.until) return undefined;
  const { choices, waits } = menu;
  if (hint !== undefined && !hint.besides) return undefined;
  const stay = waits !== undefined ? choices.slice(0, waits) : hint ? choices.filter(hasNumber) : [];
  return stay.length > 0 ? { ...menu, choices: stay } : undefined;
}

/**
 * What can be chosen in a chat once this message stands there; `shown` says where and since when.
 * Pure.
 */
export function menusAfter(
  chat: PlainChat,
  { keyboard, letters, beside, hint }: Composed,
  shown: Omit<LiveMenu, 'choices'>,
): PlainChat {
  const { choices } = keyboard;
  if (beside && choices.length > 0)
    return {
      ...chat,
      menu: {
        ...beside,
        choices: [...beside.choices, ...choices.map((one) => ({ ...one, since: shown.shownAt }))],
      },
      unsure: false,
    };
  const wantsNumber = hint?.number === true;
  return {
    ...standing(chat, keyboard, wantsNumber, hint?.waitsFor ? { ...shown, waits: choices.length } : shown),
    letters: choices.length > 0 || wantsNumber ? letters : chat.letters,
    unsure: false,
  };
}

function standing(
  { menu, previous }: PlainChat,
  { choices, clears }: PlainKeyboard,
  wantsNumber: boolean,
  shown: Omit<LiveMenu, 'choices'>,
): Pick<PlainChat, 'menu' | 'previous'> {
  if (choices.length > 0) return { menu: { ...shown, choices }, previous: menu };
  // Digits are the answer now, or the keyboard that the menu stood for is taken away.
  if (wantsNumber || (clears && saysWords(menu))) return { menu: undefined, previous: menu };
  return { menu, previous };
}

/** Whether one types a number for it, and not a letter. */
export function hasNumber({ mark }: Choice): boolean {
  return /^\d/.test(mark);
}

/** Whether a menu stands for a reply keyboard. */
function saysWords(menu: LiveMenu | undefined): boolean {
  return menu?.choices.some(({ say }) => say !== undefined) ?? false;
}
