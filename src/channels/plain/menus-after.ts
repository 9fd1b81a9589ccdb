import type { Expecting } from '../../drafts/expecting.ts';
import type { PlainChat } from './chats.ts';
import type { Choice, LiveMenu, PlainKeyboard } from './menu.ts';

/** A composed message whose menu is about to be shown in the chat. */
export interface Composed {
  keyboard: PlainKeyboard;
  letters: boolean;
  /** The menu that stays valid next to its own. */
  keptMenu: LiveMenu | undefined;
  hint: Expecting | undefined;
}

/**
 * Returns the menu that stays valid next to this message. That is so when the message adds to the
 * question, or is a notice (`hint` undefined) while a question waits. A menu that was next to that
 * one before is dropped. `now` in milliseconds.
 */
export function findKeptMenu(
  { menu }: PlainChat,
  hint: Expecting | undefined,
  now: number,
): LiveMenu | undefined {
  if (!menu || now > menu.until) return undefined;
  const { choices, waits } = menu;
  if (hint !== undefined && !hint.keepsMenu) return undefined;
  const stay = waits !== undefined ? choices.slice(0, waits) : hint ? choices.filter(hasNumber) : [];
  return stay.length > 0 ? { ...menu, choices: stay } : undefined;
}

/**
 * Computes the menus of a chat after this message; `shown` says in which message and since when.
 * Pure.
 */
export function computeMenus(
  chat: PlainChat,
  { keyboard, letters, keptMenu, hint }: Composed,
  shown: Omit<LiveMenu, 'choices'>,
): PlainChat {
  const { choices } = keyboard;
  if (keptMenu && choices.length > 0)
    return {
      ...chat,
      menu: {
        ...keptMenu,
        choices: [...keptMenu.choices, ...choices.map((one) => ({ ...one, since: shown.shownAt }))],
      },
      unsure: false,
    };
  const wantsNumber = hint?.number === true;
  return {
    ...standing(
      chat,
      keyboard,
      asksForText(hint),
      hint?.waitsFor ? { ...shown, waits: choices.length } : shown,
    ),
    letters: choices.length > 0 || wantsNumber ? letters : chat.letters,
    unsure: false,
  };
}

/** Tells whether what is typed next is the answer itself, so that it presses nothing of before. */
export function asksForText(hint: Expecting | undefined): boolean {
  return hint?.number === true || (hint?.waitsFor === 'words' && !hint.keepsMenu);
}

function standing(
  { menu, previous }: PlainChat,
  { choices, clears }: PlainKeyboard,
  wantsText: boolean,
  shown: Omit<LiveMenu, 'choices'>,
): Pick<PlainChat, 'menu' | 'previous'> {
  if (choices.length > 0) return { menu: { ...shown, choices }, previous: menu };
  // Typed text is the answer now ("vâng" too), or the reply keyboard of the menu is removed.
  if (wantsText || (clears && saysWords(menu))) return { menu: undefined, previous: menu };
  return { menu, previous };
}

/** Tells whether the choice is typed as a number, not as a letter. */
export function hasNumber({ mark }: Choice): boolean {
  return /^\d/.test(mark);
}

/** Tells whether a menu stands for a reply keyboard. */
function saysWords(menu: LiveMenu | undefined): boolean {
  return menu?.choices.some(({ say }) => say !== undefined) ?? false;
}
