import type { Expecting } from '../../drafts/expecting.ts';
import type { Markup, WireMessage } from '../../page/wire.ts';

/** The ways to answer that a chat offers now. */
export interface CurrentMenu {
  /** The newest message whose buttons or keyboard can still be pressed. */
  menu?: { id: number; markup: Markup };
  /** How the newest question is answered. */
  expecting?: Expecting;
}

/** Reads it from the messages of a chat, oldest first. */
export function readCurrentMenu(messages: WireMessage[]): CurrentMenu {
  const newestFirst = messages.filter(({ fromBot }) => fromBot).toReversed();
  const about = newestFirst.findIndex(({ reply_markup: markup }) => markup && !('inline_keyboard' in markup));
  const menu = newestFirst.find(({ reply_markup: markup, deleted }, i) => {
    if (!markup) return false;
    // Only the last message about the keyboard counts, even after it was deleted.
    return 'inline_keyboard' in markup ? !deleted : 'keyboard' in markup && i === about;
  });
  const expecting = newestFirst.find((message) => message.expecting)?.expecting;
  return {
    ...(menu?.reply_markup && { menu: { id: menu.id, markup: menu.reply_markup } }),
    ...(expecting && { expecting }),
  };
}
