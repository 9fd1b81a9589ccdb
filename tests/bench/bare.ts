import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from '@grammyjs/conversations';
import { Bot, type Context } from 'grammy';
import { benchChannel, textUpdate } from './bench-channel.ts';

/**
 * Measures grammY and conversations alone, for comparison. Storage is in memory (as JSON, as every
 * storage keeps it), with one conversation of 12 text questions and the same in-process Bot API. So
 * many chats at once; returns updates per second.
 */
export async function bareBench(chats: number, questions: number): Promise<number> {
  const waitFor = new Map<number, () => void>();
  const channel = benchChannel((sent) => waitFor.get(sent.chatId)?.());
  const bot = new Bot<ConversationFlavor<Context>>(channel.token, {
    botInfo: await channel.me(),
    client: { apiRoot: channel.apiRoot, fetch: channel.fetch as never },
  });
  const stored = new Map<string, string>();
  bot.use(
    conversations({
      storage: {
        type: 'key',
        adapter: {
          read: (key) => JSON.parse(stored.get(key) ?? 'null') ?? undefined,
          write: (key, state) => void stored.set(key, JSON.stringify(state)),
          delete: (key) => void stored.delete(key),
        },
      },
    }),
  );
  bot.use(
    createConversation(async (conversation: Conversation, ctx: Context) => {
      for (let i = 0; i < questions; i++) {
        await ctx.reply(`Câu ${i + 1}/${questions}?`);
        await conversation.waitFor('message:text');
      }
      await ctx.reply('Đã xong.');
    }, 'form'),
  );
  bot.command('dangky', (ctx) => ctx.conversation.enter('form'));

  const begun = performance.now();
  await Promise.all(
    Array.from({ length: chats }, async (_, i) => {
      const chatId = i + 1;
      await bot.handleUpdate(textUpdate(chatId, '/dangky'));
      for (let q = 0; q < questions; q++)
        await bot.handleUpdate(textUpdate(chatId, 'Ông A Nhưk, Trưởng thôn'));
    }),
  );
  return (chats * (questions + 1)) / ((performance.now() - begun) / 1000);
}
