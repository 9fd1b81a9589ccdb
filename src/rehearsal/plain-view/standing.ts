import type { Expecting } from '../../drafts/expecting.ts';
import type { Markup, WireMessage } from '../../page/wire.ts';

/** What a chat offers to answer with. */
export interface Standing {
  /** The newest message whose buttons or keyboard can still be pressed. */
  menu?: { id: number; markup: Markup };
  /** What the newest question is to be answered with. */
  expecting?: Expecting;
}

/** Reads it from the messages of a chat, oldest first. */
export function readStanding(messages: WireMessage[]): Standing {
  const newestFirst = messages.filter(({ fromBot }) => fromBot).toReversed();
  const about = newestFirst.findIndex(({ reply_markup: markup }) => markup && !('inline_keyboard' in markup));
  const menu = newestFirst.find(({ reply_markup: markup, deleted }, i) => {
    if (!markup) return false;
    // Of all that was said about the keyboard only the last counts, also once its message is gone.
    return 'inline_keyboard' in markup ? !deleted : 'keyboard' in markup && i === about;
  });
  const expecting = newestFirst.find((message) => message.expecting)?.expecting;
  return {
    ...(menu?.reply_markup && { menu: { id: menu.id, markup: menu.reply_markup } }),
    ...(expecting && { expecting }),
  };
}
