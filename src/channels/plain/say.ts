import type { UserFromGetMe } from 'grammy/types';
import { type Expecting, expected } from '../../drafts/expecting.ts';
import type { Markup } from '../../page/wire.ts';
import { BotApiError } from '../bot-api/api-error.ts';
import type { FormattedText } from '../bot-api/html-text.ts';
import { currentSending } from '../sending.ts';
import type { ChatTurns } from './chat-turns.ts';
import type { PlainChat } from './chats.ts';
import { compose } from './compose.ts';
import { asksPhone, plainKeyboard } from './menu.ts';
import { hasNumber, menuBeside, menusAfter } from './menus-after.ts';
import { mergeList } from './merge-list.ts';
import { FateUnknown, type PlainDeps, type Sent } from './plain-channel.ts';

/** Long enough for a holiday; older numbers would surprise whoever types them. */
const menuLifeMs = 30 * 86_400_000;

export interface PlainApi extends PlainDeps {
  turns: ChatTurns;
}

/** Something to say in a chat without buttons. */
export interface Saying {
  text: FormattedText;
  markup?: Markup | undefined;
  /** Sends the last part otherwise than as a text: a picture with a caption. */
  sendLast?: (chatId: number, part: FormattedText) => Promise<Sent>;
}

/**
 * Says something in its parts and remembers its menu as the live one of the chat. 408 when nobody
 * knows whether it arrived: the next message then says that it may be there twice.
 */
export async function say(api: PlainApi, chatId: number, saying: Saying) {
  const hint = expected();
  const sent = await api.turns.take(chatId, () => marked(api, chatId, saying, hint));
  return shown(await api.out.me(), chatId, sent, saying.text.text);
}

/**
 * What changes the menu is marked on its way: it may be answered to another process before it is
 * saved here.
 */
async function marked(
  api: PlainApi,
  chatId: number,
  saying: Saying,
  hint: Expecting | undefined,
): Promise<Sent> {
  if (!changesMenu(saying, hint)) return inTurn(api, chatId, saying, hint);
  const mark = await api.chats.begin(chatId);
  try {
    return await inTurn(api, chatId, saying, hint, mark);
  } catch (error) {
    // Should this fail too, the mark ends by itself.
    await api.chats.end(chatId, mark).catch(() => undefined);
    throw error;
  }
}

/** Any other message leaves the menu to whoever changes it at the same time. */
function changesMenu({ markup }: Saying, hint: Expecting | undefined): boolean {
  return markup !== undefined || hint?.number === true;
}

async function inTurn(
  api: PlainApi,
  chatId: number,
  saying: Saying,
  hint: Expecting | undefined,
  /** Of this sending, where it changes the menu. */
  mark?: string,
): Promise<Sent> {
  const { out, chats, links, clock } = api;
  const [chat, locale] = await Promise.all([chats.load(chatId), chats.localeOf(chatId)]);
  const beside = menuBeside(chat, hint, clock.now().getTime());
  const letters =
    beside !== undefined || asksPhone(saying.markup) || (hint && !hint.unasked ? hint.number : chat.letters);
  const lettersTaken = beside?.choices.filter((choice) => !hasNumber(choice)).length;
  const plain = plainKeyboard(saying.markup, letters, lettersTaken);
  const { text, choices } = mergeList(saying.text, plain.choices);
  const keyboard = { ...plain, choices };
  const upload =
    hint?.files && (await links.uploadAddress({ channel: out.name, chatId }, hint.files, locale));
  // Parts that arrived in an earlier attempt are not said again: the message is cut as it was then.
  const progress = currentSending()?.parts;
  const maybeAgain = progress && progress.arrived > 0 ? progress.maybeAgain : chat.unsure;
  const tail = {
    keyboard,
    letters,
    words: hint?.waitsFor === 'words',
    besides: beside !== undefined,
    upload,
    unsure: maybeAgain,
  };
  const parts = compose(text, tail, locale, { longest: out.textLength, measure: out.measure });
  const after = ({ messageId, date }: Sent): PlainChat => {
    const until = clock.now().getTime() + menuLifeMs;
    return menusAfter(chat, { keyboard, letters, beside, hint }, { messageId, shownAt: date, until });
  };

  let sent = nowhere;
  let arrived = progress?.of === parts.length ? progress.arrived : 0;
  try {
    for (const [i, part] of parts.entries()) {
      if (i < arrived) continue;
      const send = i === parts.length - 1 ? (saying.sendLast ?? out.sendText) : out.sendText;
      sent = await send(chatId, part);
      arrived += 1;
      if (progress) Object.assign(progress, { arrived, of: parts.length, maybeAgain });
    }
  } catch (error) {
    const unknown = error instanceof FateUnknown;
    // The menu is on the last part: of that one alone it may stand there, and its numbers must work
    // then.
    if (unknown && mark !== undefined && arrived === parts.length - 1) {
      await chats.save(chatId, { ...after(nowhere), unsure: true }, mark);
    }
    // What stands there already will be said again with the rest, unless it is known how far it
    // came.
    else if (unknown || (arrived > 0 && !progress)) await chats.saveUnsure(chatId, true);
    if (!unknown) throw error;
    throw new BotApiError(408, `${out.name}: nobody knows whether the message arrived (${error.message})`);
  }
  await remember().catch((error: Error) => {
    // It stands in the chat: only its menu could not be kept, and saying it once more keeps it.
    throw new BotApiError(408, `${out.name}: said, but not remembered (${error.name})`);
  });
  return sent;

  async function remember(): Promise<void> {
    if (mark !== undefined) await chats.save(chatId, after(sent), mark);
    else if (chat.unsure) await chats.saveUnsure(chatId, false);
  }
}

/** A message that is on its way, or of which nobody knows. */
const nowhere: Sent = { messageId: 0, date: 0 };

/** A message in the Bot API's words. */
export function shown(me: UserFromGetMe, chatId: number, sent: Sent, text: string) {
  return {
    message_id: sent.messageId,
    date: Math.floor(sent.date / 1000),
    chat: { id: chatId, type: 'private' as const, first_name: '' },
    from: { id: me.id, is_bot: me.is_bot, first_name: me.first_name, username: me.username },
    text,
  };
}
