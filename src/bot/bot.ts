import { conversations, createConversation } from '@grammyjs/conversations';
import { Bot, BotError } from 'grammy';
import type { Channel } from '../channels/channel.ts';
import { asLocale } from '../i18n.ts';
import type { Turn } from '../jobs/turn.ts';
import { commandMiddleware } from './commands.ts';
import type { BotContext } from './core/context.ts';
import type { House } from './core/house.ts';
import { identity, turns } from './core/identity.ts';
import { readKnownMenu, refreshMenus, setMenu } from './core/menu.ts';
import { refusals } from './core/refusals.ts';
import { isUnsure } from './core/send-once.ts';
import { sendReplies } from './core/send-replies.ts';
import { settlePress } from './core/settle-press.ts';
import { createWords } from './core/words.ts';
import { onlyRealEdits } from './edits.ts';
import { commandsOf, features, formsOf, pressesOf } from './features/index.ts';
import { fillForm, formConversation } from './forms/conversation.ts';
import { conversationVersion, restoreLog, shortenLog } from './forms/waiting-log.ts';
import { keepWayBack } from './keep-way-back.ts';
import { rememberButtons } from './remember-buttons.ts';
import { unhandled } from './unhandled.ts';

/** The bot on one channel. It never knows which channel: it asks for the capabilities. */
export interface ChannelBot {
  readonly channel: Channel;
  readonly api: Bot<BotContext>['api'];
  /** Carries out an update; leaves the conversation's log in the turn. */
  handle(turn: Turn): Promise<void>;
  /** Tells the person that their message could not be handled. Never throws. */
  apologise(turn: Turn): Promise<void>;
}

/** Creates the bot of a channel, with its middleware in order. */
export async function createBot(house: House, channel: Channel): Promise<ChannelBot> {
  const bot = new Bot<BotContext>(channel.token, {
    botInfo: await channel.me(),
    client: { apiRoot: channel.apiRoot, fetch: channel.fetch as never },
  });

  const commands = commandsOf(features);
  const presses = pressesOf(features);
  bot.use(identity(house, channel, { forms: formsOf(features), commands, presses }));
  bot.use(rememberButtons);
  bot.use(settlePress);
  bot.use(sendReplies);
  bot.use(refusals);
  bot.use(onlyRealEdits);
  bot.use(
    conversations<BotContext, BotContext>({
      storage: {
        type: 'context',
        version: conversationVersion,
        adapter: {
          read: (ctx) => restoreLog(ctx.turn.conversation) as never,
          write: (ctx, state) => {
            ctx.turn.conversation = shortenLog(state);
          },
          delete: (ctx) => {
            ctx.turn.conversation = undefined;
          },
        },
      },
    }),
  );
  // Before all middleware that enters it; updates that are no answers pass through
  // (`belongsToForm`).
  bot.use(createConversation(fillForm() as never, formConversation));
  bot.use(commandMiddleware());
  bot.use(keepWayBack);
  bot.use(presses.middleware);
  bot.use(unhandled);

  /** Sets the menus that this turn loaded or outdated. Never throws. */
  async function followMenus(turn: Turn): Promise<void> {
    const { account, person, menusOf = [] } = turn;
    const chatId = chatOf(turn);
    const locale = asLocale(person?.locale ?? account?.locale);
    if (account && chatId !== undefined) {
      const place = { accountId: account.id, chatId, shown: account.menuHash ?? null };
      account.menuHash = await setMenu(house, bot.api, place, readKnownMenu(commands, person, locale));
    }
    const others = menusOf.filter((id) => id !== account?.id);
    if (others.length === 0) return;
    await refreshMenus(house, commands, others).catch((error: unknown) =>
      house.log.debug({ err: error }, 'the menus of others could not be set'),
    );
  }

  return {
    channel,
    api: bot.api,
    async handle(turn) {
      turns.set(turn.update, turn);
      try {
        await bot.handleUpdate(turn.update);
      } catch (error) {
        // grammY's wrapper contains the whole context, token included.
        throw error instanceof BotError ? error.error : error;
      }
      // In parallel with the next turn, which need not wait for a menu; a menu that failed is set
      // after the next turn.
      void followMenus(turn);
    },
    async apologise(turn) {
      const chat = chatOf(turn);
      if (chat === undefined) return;
      const locale = asLocale(turn.person?.locale ?? turn.account?.locale);
      const words = createWords(house.plan, locale);
      const say = () => bot.api.sendMessage(chat, words.t('update-failed', { id: turn.inboxId }));
      try {
        // Without an answer it may have arrived: it is sent once more at most.
        await say().catch((error) => (isUnsure(error) ? say() : Promise.reject(error)));
      } catch (error) {
        house.log.warn({ inbox: turn.inboxId, err: error }, 'could not say that an update failed');
      }
    },
  };
}

function chatOf({ update }: Turn): number | undefined {
  return (update.message ?? update.edited_message ?? update.callback_query?.message)?.chat.id;
}
