import { hasAccess } from '../../../people/rights.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { carriedInto, requireOpenPlanOf } from '../../core/open-plan-of.ts';
import { sayPage } from '../../core/pages.ts';
import { onPress } from '../../core/press.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { saidNoPlanIsOpen } from '../no-open-plan.ts';
import { askHelpForm, closeHelpForm, dropHelpForm, takeHelpForm } from './forms.ts';
import { helpPresses as presses } from './presses.ts';
import { helpListReply, helpOf, helpReply } from './screens.ts';

const answering = { right: 'answerHelp', about: 'help', decides: true, writesUnder: 'object' } as const;

/**
 * The feature of /giupdo: what units say they need (Plan 101, II.3), and what becomes of it.
 */
export const helpRequestsFeature: Feature = {
  commands: [
    {
      name: 'giupdo',
      right: 'seeHelp',
      words: { vi: ['giúp đỡ', 'cần giúp đỡ', 'đề nghị giúp đỡ'], en: ['help requests', 'ask for help'] },
      takesArgs: true,
      run: listInWords,
    },
  ],
  forms: [askHelpForm, takeHelpForm, closeHelpForm, dropHelpForm],
  presses(table) {
    onPress(table, presses.list, 'seeHelp', async (ctx, which, page) =>
      sayPage(ctx, page, await helpListReply(ctx, which, page)),
    );
    onPress(table, presses.open, { right: 'seeHelp', about: 'help' }, async (ctx, id) =>
      ctx.say(helpReply(ctx, await helpOf(ctx, id))),
    );
    onPress(table, presses.ask, { right: 'askHelp', about: 'unit' }, async (ctx, unitId) => {
      if (await saidNoPlanIsOpen(ctx)) return;
      await beginForm(ctx, askHelpForm, {
        subject: { planId: ctx.house.plan.id, unitId, forExemplarId: null },
      });
    });
    onPress(table, presses.askFor, { right: 'askHelp', about: 'exemplar' }, askFor);
    onPress(table, presses.take, answering, (ctx, id) => beginForm(ctx, takeHelpForm, of(id)));
    onPress(table, presses.close, answering, (ctx, id) => beginForm(ctx, closeHelpForm, of(id)));
    onPress(table, presses.drop, { ...answering, right: 'askHelp' }, (ctx, id) =>
      beginForm(ctx, dropHelpForm, of(id)),
    );
  },
};

const of = (helpRequestId: number) => ({ subject: { helpRequestId } });

async function askFor(ctx: BotContext, id: number): Promise<void> {
  const exemplar = await ctx.house.db.prisma.exemplar.findUniqueOrThrow({
    where: { id },
    select: { unitId: true, planId: true, ...carriedInto },
  });
  const { id: planId } = requireOpenPlanOf(ctx.house, exemplar);
  const { unitId } = exemplar;
  await beginForm(ctx, askHelpForm, { subject: { planId, unitId, forExemplarId: id } });
}

/** `/giupdo`; other words are said to mean nothing here. */
async function listInWords(ctx: BotContext, args: string): Promise<void> {
  const typed = oneLine(withoutAnyCourtesy(args));
  if (typed !== '') {
    const key = hasAccess(ctx.person, 'askHelp') ? 'aid-words-unknown-unit' : 'aid-words-unknown';
    await ctx.say({ text: ctx.html(key, { typed: shorten(typed, 50) }) });
  }
  await ctx.say(await helpListReply(ctx, 0, 0));
}
