import type { MiddlewareFn } from 'grammy';
import { type Channel, readCapabilities } from '../../channels/channel.ts';
import { writeDraftChange } from '../../drafts/draft.ts';
import { asLocale } from '../../i18n.ts';
import type { Turn } from '../../jobs/turn.ts';
import { ensureAccount, loadPerson, markUnreachable } from '../../people/accounts.ts';
import type { BotContext, BotFlavor } from './context.ts';
import { separateControls } from './hand-on.ts';
import type { House } from './house.ts';
import { narrowToOffices } from './office-house.ts';
import { createOutbox } from './outbox.ts';
import type { Reply } from './reply.ts';
import { sendReply, sendReplyInPlace } from './send.ts';
import { sendOnce } from './send-once.ts';
import { createWords } from './words.ts';

/** Turns by their update, which passes a turn through grammY. */
export const turns = new WeakMap<object, Turn>();

/**
 * Adds the app, the turn, the person and their language to the context, and creates the account at
 * first contact.
 */
export function identity(
  house: House,
  channel: Channel,
  /** The members of every context of this bot: its commands, and those of higher layers. */
  has: Partial<BotFlavor>,
): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const turn = turns.get(ctx.update);
    if (!turn) throw new Error('an update came past the inbox');
    ctx.house = house;
    ctx.channel = channel;
    ctx.can = ctx.chat ? await readCapabilities(channel, ctx.chat.id) : channel.capabilities;
    ctx.turn = turn;
    Object.assign(ctx, has);
    if (!turn.account && ctx.from && ctx.chat) {
      const account = await ensureAccount(house.db.prisma, {
        channel: channel.name,
        externalId: String(ctx.from.id),
        chatId: ctx.chat.id,
        at: house.clock.now(),
      });
      turn.account = { id: account.id, locale: account.locale };
      if (account.personId !== null) turn.person = await loadPerson(house.db.prisma, account.personId);
    }
    refreshPerson(ctx);
    const sending = (send: typeof sendReply) => async (reply: Reply) => {
      if (reply.wantsFiles) await writeDraftNow(ctx);
      await ignoringBlocks(ctx, () => send(ctx, reply));
    };
    const box = createOutbox({ send: sending(sendReply), sendInPlace: sending(sendReplyInPlace) });
    ctx.outbox = box;
    ctx.say = async (reply) => {
      for (const one of separateControls(reply, ctx.can)) box.add(one);
    };
    ctx.sayNow = async (reply) => {
      await ctx.say(reply);
      await box.flush();
    };
    ctx.sayInPlace = async (reply) =>
      box.add(reply, ctx.callbackQuery?.message !== undefined && ctx.can.edit);
    ctx.api.config.use(sendOnce(turn, house.log, () => box.flush()));
    await next();
  };
}

/** Reads person and language again from the turn: after joining or choosing a language. */
export function refreshPerson(ctx: BotContext): void {
  ctx.person = ctx.turn.person;
  ctx.house = narrowToOffices(ctx.house, ctx.person);
  const locale = asLocale(ctx.person?.locale ?? ctx.turn.account?.locale);
  ctx.locale = locale;
  const words = createWords(ctx.house.plan, locale);
  ctx.t = words.t;
  ctx.html = words.html;
}

/** The link to the upload page names the draft's revision, which must exist before the link. */
async function writeDraftNow({ house, turn }: BotContext): Promise<void> {
  if (!(await writeDraftChange(house.db.pool, turn))) throw new Error('the draft was changed elsewhere');
}

/**
 * A person who blocked the bot cannot be told anything; their request is carried out all the same.
 */
async function ignoringBlocks(ctx: BotContext, send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!isBlocked(error)) throw error;
    if (ctx.turn.account) await markUnreachable(ctx.house.db.prisma, ctx.turn.account.id);
  }
}

/** Tells whether a send failed because the person does not want messages. */
function isBlocked(error: unknown): boolean {
  return error instanceof Error && 'error_code' in error && error.error_code === 403;
}
