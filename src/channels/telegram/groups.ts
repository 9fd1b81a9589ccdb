import { type Api, GrammyError } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { asLocale, t } from '../../i18n.ts';
import type { Persist } from '../persist.ts';

/** Tells whether an update is about the chat of one person with the bot. */
export function isPrivate(update: Update): boolean {
  return chatOf(update)?.type === 'private';
}

/**
 * Leaves every group and channel that the bot is added to. It gives the reason in one line where it
 * may write: registering is between one person and the office, and messages in a group are neither
 * read nor stored. An earlier group is left at its first message that reaches the bot.
 */
export function createGroupLeaver({
  api,
  me,
  persist,
}: {
  api: Api;
  me(): Promise<UserFromGetMe>;
  persist: Persist;
}): (update: Update) => void {
  const leaving = new Map<number, Promise<void>>();

  const leave = async (chatId: number, language: string | undefined) => {
    const bot = await me();
    const member = await unlessRefused(api.getChatMember(chatId, bot.id));
    if (!member || member.status === 'left' || member.status === 'kicked') return;
    const text = t(asLocale(language), 'group-left', { bot: `@${bot.username}` });
    await unlessRefused(api.sendMessage(chatId, text));
    await unlessRefused(api.leaveChat(chatId));
  };

  return (update) => {
    const chat = chatOf(update);
    const status = update.my_chat_member?.new_chat_member.status;
    if (!chat || chat.type === 'private' || status === 'left' || status === 'kicked' || leaving.has(chat.id))
      return;
    const language = (update.my_chat_member ?? update.message)?.from?.language_code;
    const done = persist('leaving a group', () => leave(chat.id, language))
      .catch(() => undefined)
      .finally(() => leaving.delete(chat.id));
    leaving.set(chat.id, done);
  };
}

/** Undefined when Telegram refuses for good: the bot may not write there, or has left. */
async function unlessRefused<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403))
      return undefined;
    throw error;
  }
}

function chatOf(update: Update) {
  return (
    update.message?.chat ??
    update.edited_message?.chat ??
    update.callback_query?.message?.chat ??
    update.my_chat_member?.chat
  );
}
