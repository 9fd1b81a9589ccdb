import { cancelAsked, findAsked, listInTheMaking } from '../../../reports/asked/asked-reports.ts';
import type { BotContext } from '../../core/context.ts';
import { nameReport } from './say-progress.ts';

/** Stops the making of a report whose [Hủy] was pressed. */
export async function stopPressed(ctx: BotContext, id: number): Promise<void> {
  const asked = await findAsked(ctx.house.db.prisma, id);
  const outcome = asked ? await stopOne(ctx, id) : 'report-over';
  const report = asked ? nameReport(ctx, asked.question) : '';
  await ctx.sayInPlace({ text: ctx.html(outcome, { report }) });
}

/** Stops all reports that this chat has in the making. False when it has none. */
export async function stopInWords(ctx: BotContext): Promise<boolean> {
  const chat = { channel: ctx.channel.name, chatId: ctx.chat?.id ?? 0 };
  let any = false;
  for (const { id, question } of await listInTheMaking(ctx.house.db.prisma, chat)) {
    const outcome = await stopOne(ctx, id);
    if (outcome === 'report-over') continue;
    any = true;
    await ctx.say({
      text: ctx.html(outcome, { report: nameReport(ctx, question) }),
      keepsMenu: true,
    });
  }
  return any;
}

/**
 * Stops one, and returns the key of what is said of it. The process that makes it hears at once, or
 * when it next notes the share done. One whose file is being sent arrives.
 */
async function stopOne({ house: { db, clock, longWork } }: BotContext, id: number) {
  if (await cancelAsked(db.prisma, id, clock.now())) {
    longWork.cancel(id);
    return 'report-stopped';
  }
  return (await findAsked(db.prisma, id))?.state === 'making' ? 'report-being-sent' : 'report-over';
}
