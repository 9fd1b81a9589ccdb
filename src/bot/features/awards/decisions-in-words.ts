import { findAwardDecisions } from '../../../awards/decision.ts';
import { parseDecisionNumber } from '../../../drafts/parse/parse-decision-number.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { fold } from '../../../text/fold.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { pageOf } from '../../core/pages.ts';
import { decisionReply, decisionsReply, showDecisions } from './decision-screens.ts';

/** `3456/QĐ-UBND`: a number with the letters of its body, and no day. */
const numbered = /(?<!\d)\d+\p{L}*\s*\/\s*(?:\d{4}\s*\/\s*)?\p{L}/u;
/** "Chờ quyết định", "có quyết định" are states of proposals. */
const aState = /(?:cho|co) quyet dinh$/;
const asides = /(?<!\p{L})(?:danh sách|danh sach|các|cac|khen thưởng|khen thuong)(?!\p{L})/giu;
const inYear = /(?<!\p{L})n[ăa]m\s*(\d{4})(?!\d)/iu;

/**
 * Shows the decisions that words name: "quyết định khen thưởng năm 2023", "quyết định
 * 3456/QĐ-UBND", and the only one at once. False: the words name none, but proposals.
 */
export async function decisionsInWords(ctx: BotContext, plan: LoadedPlan, typed: string): Promise<boolean> {
  // The command itself may name them: "quyết định khen thưởng".
  const said = fold(ctx.message?.text ?? typed);
  const at = said.indexOf('quyet dinh');
  const names = at >= 0 && !aState.test(said.slice(0, at + 'quyet dinh'.length));
  if (!names && !numbered.test(typed)) return false;
  const year = inYear.exec(typed)?.[1];
  const number = parseDecisionNumber(typed.replace(inYear, ' ').replace(asides, ' '));
  if (!number.ok && year === undefined) {
    await showDecisions(ctx, plan.id, 0);
    return true;
  }
  const found = await findAwardDecisions(ctx.house.db.prisma, {
    planId: plan.id,
    ...(number.ok && { number: number.value }),
    ...(year !== undefined && { year: Number(year) }),
  });
  const [only, ...more] = found;
  if (only && more.length === 0) await ctx.say(decisionReply(ctx, only));
  else if (only) await ctx.say(decisionsReply(ctx, plan, pageOf(found, 0, found.length)));
  else {
    const words = number.ok ? number.value : (year ?? '');
    await ctx.say({ text: ctx.html('awards-decision-none-such', { words: shorten(words, 60) }) });
    await showDecisions(ctx, plan.id, 0);
  }
  return true;
}
