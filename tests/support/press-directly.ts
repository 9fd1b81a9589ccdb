import { createBot } from '../../src/bot/bot.ts';
import type { Turn } from '../../src/jobs/turn.ts';
import { loadPerson } from '../../src/people/accounts.ts';
import type { TestHouse } from './house.ts';

/** Presses one button in a Telegram chat, and returns the texts of the answers. */
export type PressesDirectly = (chatId: number, data: string) => Promise<string[]>;

/** Opens a way to press buttons that were never shown, as the inbox would pass them to the bot. */
export async function openDirectPresses(house: TestHouse): Promise<PressesDirectly> {
  const telegram = house.app.house.channels.find(({ name }) => name === 'telegram');
  if (!telegram) throw new Error('no Telegram');
  const bot = await createBot(house.app.house, telegram);
  const { prisma } = house.app.house.db;
  const conversations = new Map<number, unknown>();
  let updates = 800_000_000;
  return async (chat, data) => {
    const account = await prisma.account.findFirstOrThrow({ where: { chatId: chat } });
    const update_id = ++updates;
    const before = house.telegram.calls.length;
    const turn: Turn = {
      inboxId: update_id,
      channel: 'telegram',
      updateKey: `telegram:${update_id}`,
      chatKey: `telegram:${chat}`,
      update: {
        update_id,
        callback_query: {
          id: `${chat}:${update_id}`,
          chat_instance: '1',
          data,
          from: { id: chat, is_bot: false, first_name: 'x' },
          message: { message_id: 1, date: 0, chat: { id: chat, type: 'private', first_name: 'x' } },
        },
      },
      attempt: 1,
      sent: [],
      account,
      person: account.personId === null ? null : await loadPerson(prisma, account.personId),
      conversation: conversations.get(chat),
    };
    await bot.handle(turn);
    conversations.set(chat, turn.conversation);
    return house.telegram.calls
      .slice(before)
      .filter(
        ({ method, params, answered }) =>
          Number(params.chat_id) === chat &&
          /^(send(?!Chat)|editMessageText)/.test(method) &&
          answered?.status === 200,
      )
      .map(({ params }) => String(params.text ?? params.caption ?? ''));
  };
}
