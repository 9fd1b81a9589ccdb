import { parseHtml } from '../../channels/bot-api/html-text.ts';
import type { Reply } from './reply.ts';

/** The longest text of one message, in UTF-16 units as shown. */
const longestText = 4096;
/** The most buttons under one message. */
const mostButtons = 100;

/**
 * Joins consecutive replies into as few messages as possible: texts one below the other, all
 * buttons beneath. Two stay separate where together they are too long, or where one of them shows
 * or removes a reply keyboard and the other has buttons: a message has one markup. A message to
 * forward also stays separate.
 */
export function joinReplies(replies: Reply[]): Reply[] {
  const joined: Reply[] = [];
  for (const reply of replies) {
    const last = joined.at(-1);
    const both = last && together(last, reply);
    if (both) joined[joined.length - 1] = both;
    else joined.push(reply);
  }
  return joined;
}

/** Joins two replies; undefined where one message cannot hold them. */
export function together(first: Reply, second: Reply): Reply | undefined {
  if (first.alone || second.alone) return undefined;
  if (hasMarkup(first) && hasMarkup(second) && (usesKeyboard(first) || usesKeyboard(second)))
    return undefined;
  const text = `${first.text}\n\n${second.text}`;
  if (parseHtml(text).text.length > longestText) return undefined;
  const buttons = [...(first.buttons ?? []), ...(second.buttons ?? [])];
  if (buttons.flat().length > mostButtons) return undefined;
  const { keepsMenu: _, ...rest } = { ...first, ...second };
  // The earlier menu stays only when nothing in the message replaces it.
  const keepsMenu = [first, second].filter(hasMarkup).every((one) => one.keepsMenu) && hasMarkup(rest);
  return {
    ...rest,
    text,
    ...(buttons.length > 0 && { buttons }),
    ...(keepsMenu && { keepsMenu }),
  };
}

function hasMarkup(reply: Reply): boolean {
  return usesKeyboard(reply) || (reply.buttons?.length ?? 0) > 0;
}

function usesKeyboard({ keyboard, removeKeyboard }: Reply): boolean {
  return keyboard !== undefined || removeKeyboard === true;
}
