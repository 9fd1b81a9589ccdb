import { countForwardedByLevel } from '../../../awards/count-proposals.ts';
import { DomainError } from '../../../errors.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { carriedInto, requireOpenPlanOf } from '../../core/open-plan-of.ts';
import { sayPage } from '../../core/pages.ts';
import { onPress } from '../../core/press.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { addAwardForm } from './add-form.ts';
import { readAwardFilter, writeAwardFilter } from './award-filter.ts';
import { mendDecisionForm, takeBackDecisionForm } from './change-forms.ts';
import { recordDecisionForm } from './decision-form.ts';
import { decisionOf, decisionReply, sendDecisionFiles, showDecisions } from './decision-screens.ts';
import { showAwardFilters, showAwardUnits, showFilterValues } from './filter-screens.ts';
import { askForwardPage, forwardOne, forwardPage } from './forward.ts';
import { awardsInWords } from './in-words.ts';
import { awardListButton, awardListReply } from './list-screen.ts';
import { awardPresses as presses } from './presses.ts';
import { proposalOf, proposalReply } from './proposal-screen.ts';
import { declineAwardForm, refuseAwardForm, reopenAwardForm } from './reason-forms.ts';
import { listForwardable, severalAwardsForm } from './several-form.ts';

const seeing = { right: 'seeAwards', about: 'proposal' } as const;
const managing = { right: 'manageAwards', decides: true, writesUnder: 'object' } as const;
const deciding = { ...managing, about: 'proposal' } as const;
const ofDecision = { ...managing, about: 'awardDecision' } as const;

/**
 * The feature of /khenthuong: award proposals, the office's list to the competent level, and
 * decisions (Plan 101, IV.3).
 */
export const awardsFeature: Feature = {
  commands: [
    {
      name: 'khenthuong',
      right: 'seeAwards',
      words: {
        vi: [
          'khen thưởng',
          ...['đề nghị khen thưởng', 'quyết định khen thưởng'],
          ...['danh sách khen thưởng', 'danh sách đề nghị khen thưởng'],
        ],
        en: ['awards', 'award proposals'],
      },
      takesArgs: true,
      run: awardsInWords,
    },
  ],
  forms: [
    ...[addAwardForm, declineAwardForm, refuseAwardForm, reopenAwardForm, severalAwardsForm],
    ...[recordDecisionForm, mendDecisionForm, takeBackDecisionForm],
  ],
  presses(table) {
    onPress(table, presses.list, 'seeAwards', async (ctx, page, kept) =>
      sayPage(ctx, page, await awardListReply(ctx, readAwardFilter(ctx.house, kept), page)),
    );
    onPress(table, presses.filters, 'seeAwards', (ctx, kept) =>
      showAwardFilters(ctx, readAwardFilter(ctx.house, kept)),
    );
    onPress(table, presses.values, 'seeAwards', (ctx, what, kept) =>
      showFilterValues(ctx, what, readAwardFilter(ctx.house, kept)),
    );
    onPress(table, presses.units, 'seeAwards', (ctx, page, kept) =>
      showAwardUnits(ctx, page, readAwardFilter(ctx.house, kept)),
    );
    onPress(table, presses.open, seeing, async (ctx, id, kept) =>
      ctx.say(await proposalReply(ctx, await proposalOf(ctx, id), cleaned(ctx, kept))),
    );
    onPress(table, presses.forward, deciding, (ctx, id, kept) => forwardOne(ctx, id, kept));
    onPress(table, presses.pageAsk, 'manageAwards', async (ctx, page, kept) => {
      const filter = readAwardFilter(ctx.house, kept);
      requireOpen(ctx, filter.planId);
      await askForwardPage(ctx, page, filter);
    });
    onPress(table, presses.page, deciding, forwardPage);
    onPress(table, presses.several, 'manageAwards', beginSeveral);
    for (const [press, form] of [
      [presses.decline, declineAwardForm],
      [presses.refuse, refuseAwardForm],
      [presses.reopen, reopenAwardForm],
    ] as const)
      onPress(table, press, deciding, async (ctx, id, kept) => {
        const { planId } = await proposalOf(ctx, id);
        await beginForm(ctx, form, { subject: { planId, proposalId: id, kept: cleaned(ctx, kept) } });
      });
    onPress(table, presses.record, 'manageAwards', beginRecord);
    onPress(table, presses.add, 'manageAwards', async (ctx, kept) => {
      const { planId } = readAwardFilter(ctx.house, kept);
      requireOpen(ctx, planId);
      await beginForm(ctx, addAwardForm, { subject: { planId, kept: cleaned(ctx, kept) } });
    });
    onPress(table, presses.addFor, { right: 'manageAwards', about: 'exemplar' }, beginAddFor);
    onPress(table, presses.decisions, 'seeAwards', showDecisions);
    onPress(table, presses.decision, { right: 'seeAwards', about: 'awardDecision' }, async (ctx, id) =>
      ctx.say(decisionReply(ctx, await decisionOf(ctx, id))),
    );
    onPress(table, presses.files, { right: 'seeAwards', about: 'awardDecision' }, sendDecisionFiles);
    onPress(table, presses.mend, ofDecision, (ctx, id) => beginChange(ctx, id, mendDecisionForm));
    onPress(table, presses.takeBack, ofDecision, (ctx, id) => beginChange(ctx, id, takeBackDecisionForm));
  },
};

/** Writes the filter of a button again: a forged one could be longer than a button takes. */
function cleaned(ctx: BotContext, kept: string): string {
  return writeAwardFilter(ctx.house, readAwardFilter(ctx.house, kept));
}

function requireOpen(ctx: BotContext, planId: number): void {
  const plan = planOf(ctx.house, { planId });
  if (plan.closed) throw new DomainError('plan-closed', { plan: plan.code });
}

/** Begins the choice of several, where any of the list waits to be forwarded. */
async function beginSeveral(ctx: BotContext, kept: string): Promise<void> {
  const { planId } = readAwardFilter(ctx.house, kept);
  requireOpen(ctx, planId);
  const subject = { planId, kept: cleaned(ctx, kept) };
  const { house, person } = ctx;
  if ((await listForwardable({ house, person, subject })).length > 0)
    return beginForm(ctx, severalAwardsForm, { subject });
  await ctx.say({
    text: ctx.html('awards-none-to-choose'),
    buttons: [[awardListButton(ctx, subject.kept)]],
  });
}

/** Begins the record of a decision, where any level has forwarded proposals. */
async function beginRecord(ctx: BotContext, kept: string): Promise<void> {
  const { planId } = readAwardFilter(ctx.house, kept);
  requireOpen(ctx, planId);
  const waiting = await countForwardedByLevel(ctx.house.db.prisma, planId);
  if (waiting.length === 0) return ctx.say({ text: ctx.html('awards-none-forwarded') });
  const order = planOf(ctx.house, { planId }).awards.levels.map(({ code }) => code);
  const levels = waiting.map(({ level }) => level).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  await beginForm(ctx, recordDecisionForm, { subject: { planId, levels, kept: cleaned(ctx, kept) } });
}

async function beginAddFor(ctx: BotContext, exemplarId: number): Promise<void> {
  const exemplar = await ctx.house.db.prisma.exemplar.findUniqueOrThrow({
    where: { id: exemplarId },
    select: { planId: true, ...carriedInto },
  });
  const { id: planId } = requireOpenPlanOf(ctx.house, exemplar);
  const kept = writeAwardFilter(ctx.house, { planId });
  await beginForm(ctx, addAwardForm, { subject: { planId, forExemplarId: exemplarId, kept } });
}

async function beginChange(
  ctx: BotContext,
  id: number,
  form: typeof mendDecisionForm | typeof takeBackDecisionForm,
): Promise<void> {
  const { planId, level, changes } = await decisionOf(ctx, id);
  const subject = { planId, decisionId: id, level, seen: changes.at(-1)?.id ?? 0 };
  await beginForm(ctx, form, { subject });
}
