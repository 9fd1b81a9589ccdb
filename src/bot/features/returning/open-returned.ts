import type { Answers } from '../../../drafts/draft.ts';
import type { FilingView } from '../../../duties/filing.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { sayReturnedLines } from './say-lines.ts';

/**
 * Opens the lines to which a document was returned. The person reads which they are and why; of the
 * earlier answers the others are returned, so that the form asks just those lines. A document that
 * was not returned keeps all answers, and nothing is said.
 */
export async function openReturnedLines(
  ctx: BotContext,
  newest: FilingView | undefined,
  { name, answers }: { name: string; answers: Answers },
): Promise<Answers> {
  if (newest?.status !== 'returned') return answers;
  const lines = newest.returnedLines;
  await ctx.say({
    text: ctx.html('returned-to-mend', {
      name,
      lines: (await sayReturnedLines(ctx.house.db.prisma, ctx.locale, lines)) || ctx.t('returned-as-whole'),
      reason: newest.decisionReason ?? '',
      office: planOf(ctx.house, newest).bodies.office[ctx.locale],
    }),
  });
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !lines.includes(key)));
}
