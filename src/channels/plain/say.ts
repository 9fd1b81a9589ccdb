import type { UserFromGetMe } from 'grammy/types';
import { type Expecting, readExpecting } from '../../drafts/expecting.ts';
import type { Markup } from '../../page/wire.ts';
import { BotApiError } from '../bot-api/api-error.ts';
import type { FormattedText } from '../bot-api/html-text.ts';
import { nextProgress } from '../sending.ts';
import type { ChatTurns } from './chat-turns.ts';
import type { PlainChat } from './chats.ts';
import { compose } from './compose.ts';
import { asksPhone, buildPlainKeyboard } from './menu.ts';
import { asksForText, computeMenus, findKeptMenu, hasNumber } from './menus-after.ts';
import { mergeList } from './merge-list.ts';
import { FateUnknown, type PlainDeps, type SentMessage } from './plain-channel.ts';

/** Longer than any holiday; older numbers would surprise the person who types them. */
const menuLifeMs = 30 * 86_400_000;

/** The dependencies of the methods of a chat without buttons. */
export interface PlainApi extends PlainDeps {
  turns: ChatTurns;
}

/** The content of a message in a chat without buttons. */
export interface PlainContent {
  text: FormattedText;
  markup?: Markup | undefined;
  /** Sends the last part in another form: as a picture with a caption. */
  sendLast?: (chatId: number, part: FormattedText) => Promise<SentMessage>;
}

/**
 * Sends a message in its parts and stores its menu as the live one. 408 when it is unknown whether
 * it arrived: the next message then says that it may be there twice.
 */
export async function sendInParts(api: PlainApi, chatId: number, saying: PlainContent) {
  const hint = readExpecting();
  const sent = await api.turns.take(chatId, () => marked(api, chatId, saying, hint));
  return describeSent(await api.out.me(), chatId, sent, saying.text.text);
}

/**
 * A change of the menu is marked while it is sent: another process may get the answer before it is
 * saved here.
 */
async function marked(
  api: PlainApi,
  chatId: number,
  saying: PlainContent,
  hint: Expecting | undefined,
): Promise<SentMessage> {
  if (!changesMenu(saying, hint)) return inTurn(api, chatId, saying, hint);
  const mark = await api.chats.begin(chatId);
  try {
    return await inTurn(api, chatId, saying, hint, mark);
  } catch (error) {
    // If this fails too, the mark expires by itself.
    await api.chats.end(chatId, mark).catch(() => undefined);
    throw error;
  }
}

/** Other messages do not touch the menu, which another process may be changing. */
function changesMenu({ markup }: PlainContent, hint: Expecting | undefined): boolean {
  return markup !== undefined || asksForText(hint);
}

async function inTurn(
  api: PlainApi,
  chatId: number,
  saying: PlainContent,
  hint: Expecting | undefined,
  /** The mark of this sending, when it changes the menu. */
  mark?: string,
): Promise<SentMessage> {
  const { out, chats, links, clock } = api;
  const [chat, locale] = await Promise.all([chats.load(chatId), chats.localeOf(chatId)]);
  const keptMenu = findKeptMenu(chat, hint, clock.now().getTime());
  const letters =
    keptMenu !== undefined ||
    asksPhone(saying.markup) ||
    (hint && !hint.unasked ? hint.number : chat.letters);
  const lettersTaken = keptMenu?.choices.filter((choice) => !hasNumber(choice)).length;
  const plain = buildPlainKeyboard(saying.markup, letters, lettersTaken);
  const { text, choices } = mergeList(saying.text, plain.choices);
  const keyboard = { ...plain, choices };
  const upload =
    hint?.files && (await links.uploadAddress({ channel: out.name, chatId }, hint.files, locale));
  // Parts that arrived in an earlier attempt are not repeated: the message is split as it was then.
  const progress = nextProgress();
  const maybeAgain = progress && progress.arrived > 0 ? progress.maybeAgain : chat.unsure;
  const tail = {
    keyboard,
    letters,
    words: hint?.waitsFor === 'words',
    menuKept: keptMenu !== undefined,
    upload,
    unsure: maybeAgain,
  };
  const parts = compose(text, tail, locale, { longest: out.textLength, measure: out.measure });
  const after = ({ messageId, date }: SentMessage): PlainChat => {
    const until = clock.now().getTime() + menuLifeMs;
    return computeMenus(chat, { keyboard, letters, keptMenu, hint }, { messageId, shownAt: date, until });
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
    // Only the last part has the menu. It may be on the screen, so its numbers must work.
    if (unknown && mark !== undefined && arrived === parts.length - 1) {
      await chats.save(chatId, { ...after(nowhere), unsure: true }, mark);
    }
    // Parts on the screen will be repeated with the rest, unless the progress is known.
    else if (unknown || (arrived > 0 && !progress)) await chats.saveUnsure(chatId, true);
    if (!unknown) throw error;
    throw new BotApiError(408, `${out.name}: nobody knows whether the message arrived (${error.message})`);
  }
  await remember().catch((error: Error) => {
    // The message is in the chat, only its menu was not stored; sending it once more stores it.
    throw new BotApiError(408, `${out.name}: said, but not remembered (${error.name})`);
  });
  return sent;

  async function remember(): Promise<void> {
    if (mark !== undefined) await chats.save(chatId, after(sent), mark);
    else if (chat.unsure) await chats.saveUnsure(chatId, false);
  }
}

/** A message that is being sent, or whose fate is unknown. */
const nowhere: SentMessage = { messageId: 0, date: 0 };

/** Describes a message in the Bot API's format. */
export function describeSent(me: UserFromGetMe, chatId: number, sent: SentMessage, text: string) {
  return {
    message_id: sent.messageId,
    date: Math.floor(sent.date / 1000),
    chat: { id: chatId, type: 'private' as const, first_name: '' },
    from: { id: me.id, is_bot: me.is_bot, first_name: me.first_name, username: me.username },
    text,
  };
}
