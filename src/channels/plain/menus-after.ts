import type { Expecting } from '../expecting.ts';
import type { PlainChat } from './chats.ts';
import type { LiveMenu, PlainKeyboard } from './menu.ts';

/** A message as it was composed, whose menu is about to stand in the chat. */
export interface Composed {
  keyboard: PlainKeyboard;
  letters: boolean;
  /** The menu that stays beside its own, and is chosen from too. */
  beside: LiveMenu | undefined;
  hint: Expecting | undefined;
}

/** What can be chosen in a chat once this message stands there; `shown` says where and since when. Pure. */
export function menusAfter(
  chat: PlainChat,
  { keyboard, letters, beside, hint }: Composed,
  shown: Omit<LiveMenu, 'choices'>,
): PlainChat {
  const { choices } = keyboard;
  if (beside)
    return { ...chat, menu: { ...beside, choices: [...beside.choices, ...choices] }, unsure: false };
  const wantsNumber = hint?.number === true;
  return {
    ...standing(chat, keyboard, wantsNumber, shown),
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

/** Whether a menu stands for a reply keyboard. */
function saysWords(menu: LiveMenu | undefined): boolean {
  return menu?.choices.some(({ say }) => say !== undefined) ?? false;
}
