import { endAsked, findAsked, listInTheMaking } from '../../../reports/asked/asked-reports.ts';
import type { BotContext } from '../../core/context.ts';
import { nameReport } from './say-progress.ts';

/** Stops the making of a report whose [Hủy] was pressed. */
export async function stopPressed(ctx: BotContext, id: number): Promise<void> {
  const asked = await findAsked(ctx.house.db.prisma, id);
  const stopped = asked !== undefined && (await stopOne(ctx, id));
  const report = asked ? nameReport(ctx, asked.question) : '';
  await ctx.sayInPlace({ text: ctx.html(stopped ? 'report-stopped' : 'report-over', { report }) });
}

/** Stops all reports that this chat has in the making. False when it has none. */
export async function stopInWords(ctx: BotContext): Promise<boolean> {
  const chat = { channel: ctx.channel.name, chatId: ctx.chat?.id ?? 0 };
  let any = false;
  for (const { id, question } of await listInTheMaking(ctx.house.db.prisma, chat)) {
    if (!(await stopOne(ctx, id))) continue;
    any = true;
    await ctx.say({
      text: ctx.html('report-stopped', { report: nameReport(ctx, question) }),
      keepsMenu: true,
    });
  }
  return any;
}

/** The process that makes it hears at once, or when it next notes the share done. */
async function stopOne({ house }: BotContext, id: number): Promise<boolean> {
  const stopped = await endAsked(house.db.prisma, id, 'cancelled', house.clock.now());
  if (stopped) house.longWork.cancel(id);
  return stopped;
}
