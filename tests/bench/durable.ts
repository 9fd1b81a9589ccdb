import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from '@grammyjs/conversations';
import { PsqlAdapter } from '@grammyjs/storage-psql';
import { Bot, type Context } from 'grammy';
import pg from 'pg';
import { benchChannel, textUpdate } from './bench-channel.ts';

/**
 * What a team would build otherwise: grammY, conversations and `@grammyjs/storage-psql` on the same
 * PostgreSQL. It stores nothing before an update is acknowledged, does nothing exactly once and
 * keeps no order across processes. One conversation of `questions` text questions in each of
 * `chats` chats at once; gives updates per second.
 */
export async function durableBench(url: string, chats: number, questions: number): Promise<number> {
  const channel = benchChannel(() => undefined);
  const pool = new pg.Pool({ connectionString: url, max: 32 });
  const tableName = `durable_${Date.now()}`;
  const adapter = await PsqlAdapter.create({ tableName, client: pool as never });
  const bot = new Bot<ConversationFlavor<Context>>(channel.token, {
    botInfo: await channel.me(),
    client: { apiRoot: channel.apiRoot, fetch: channel.fetch as never },
  });
  bot.use(conversations({ storage: { type: 'key', adapter: adapter as never } }));
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
  const seconds = (performance.now() - begun) / 1000;
  await pool.query(`drop table ${tableName}`);
  await pool.end();
  return (chats * (questions + 1)) / seconds;
}
