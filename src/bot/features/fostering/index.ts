import { listFilesOfOwner } from '../../../attachments/owner-files.ts';
import { listOpenDrafts } from '../../../drafts/draft.ts';
import { findFosteringPlan, listFosteringPlans, stepById } from '../../../fostering/read-fostering.ts';
import { type FosteringOf, isOpenStep } from '../../../fostering/step.ts';
import { listUnitsWithin } from '../../../people/rights.ts';
import { listUnitsAs } from '../../../people/roles.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { withoutEmptyWords } from '../../../text/speech.ts';
import { matchUnits } from '../../../units/match-units.ts';
import { listUnits } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { sayPage } from '../../core/pages.ts';
import { onPress } from '../../core/press.ts';
import { beginForm, continueDraft } from '../../forms/begin-form.ts';
import type { Form } from '../../forms/form.ts';
import { sendStoredFiles } from '../exemplars/exemplar-files.ts';
import type { Feature } from '../feature.ts';
import { addStepsForm } from './add-form.ts';
import { leadForm } from './lead-form.ts';
import { overdueStepsReply } from './overdue-screen.ts';
import { fosteringForm, openingOf } from './plan-form.ts';
import { fosteringReply, mayFoster } from './plan-screen.ts';
import { fosteringPresses as presses } from './presses.ts';
import { doneForm, dropForm, moveForm, reopenStepForm } from './step-forms.ts';
import { fosteringHistoryReply, stepReply } from './step-screen.ts';
import { fosteringUnitsReply } from './units-screen.ts';

const seeing = { right: 'seeUnit', about: 'unit' } as const;
const changing = { right: 'foster', about: 'unit', writesUnder: 1 } as const;
const seeingStep = { right: 'seeUnit', about: 'fosteringStep' } as const;
const ofStep = { right: 'foster', about: 'fosteringStep', writesUnder: 'object' } as const;

/**
 * The feature of /boiduong: a unit's plan to foster its approved exemplars, and its steps (Plan
 * 101, IV.2).
 */
export const fosteringFeature: Feature = {
  commands: [
    {
      name: 'boiduong',
      right: 'seeUnit',
      words: {
        vi: ['bồi dưỡng', 'kế hoạch bồi dưỡng', 'việc bồi dưỡng'],
        en: ['fostering', 'fostering plan'],
      },
      takesArgs: true,
      run: openInWords,
    },
  ],
  forms: [fosteringForm, addStepsForm, leadForm, doneForm, moveForm, dropForm, reopenStepForm],
  presses(table) {
    onPress(table, presses.units, 'seeUnit', async (ctx, page) =>
      ctx.sayInPlace(await fosteringUnitsReply(ctx, page)),
    );
    onPress(table, presses.overdue, 'seeUnit', async (ctx, page) =>
      sayPage(ctx, page, await overdueStepsReply(ctx, page)),
    );
    onPress(table, presses.unit, seeing, openUnit);
    onPress(table, presses.plan, seeing, async (ctx, unitId, planId, page) =>
      ctx.sayInPlace(await fosteringReply(ctx, { unitId, planId }, { page })),
    );
    onPress(table, presses.history, seeing, async (ctx, unitId, planId, page) =>
      ctx.sayInPlace(await fosteringHistoryReply(ctx, { unitId, planId }, page)),
    );
    onPress(table, presses.make, changing, (ctx, unitId, planId) => makePlan(ctx, { unitId, planId }));
    onPress(table, presses.add, changing, (ctx, unitId, planId) =>
      changePlan(ctx, addStepsForm, { unitId, planId }),
    );
    onPress(table, presses.lead, changing, (ctx, unitId, planId) =>
      changePlan(ctx, leadForm, { unitId, planId }),
    );
    onPress(table, presses.step, seeingStep, async (ctx, id) => ctx.say(await stepReply(ctx, id)));
    onPress(table, presses.files, seeingStep, async (ctx, id) =>
      sendStoredFiles(
        ctx,
        await listFilesOfOwner(ctx.house.db, { fosteringStepId: id }),
        shorten((await stepById(ctx.house.db.prisma, id)).what, 60),
      ),
    );
    onPress(table, presses.done, ofStep, (ctx, id) => startChange(ctx, doneForm, id, 'open'));
    onPress(table, presses.move, ofStep, (ctx, id) => startChange(ctx, moveForm, id, 'open'));
    onPress(table, presses.drop, ofStep, (ctx, id) => startChange(ctx, dropForm, id, 'open'));
    onPress(table, presses.reopen, ofStep, (ctx, id) => startChange(ctx, reopenStepForm, id, 'over'));
  },
};

/** `/boiduong`, `/boiduong xã Glar`: the person's only unit, the one named, or a list of units. */
async function openInWords(ctx: BotContext, args: string): Promise<unknown> {
  const within = listUnitsWithin(ctx.person, 'seeUnit');
  const words = withoutEmptyWords(withoutAnyCourtesy(args).split(' '), ['các đơn vị', 'đơn vị']).join(' ');
  if (saysOverdue(words)) return ctx.say(await overdueStepsReply(ctx, 0));
  if (words !== '') {
    const all = await listUnits(ctx.house.db.prisma, ctx.house.officeIds);
    const found = matchUnits(within === 'all' ? all : all.filter(({ id }) => within.includes(id)), words);
    const [named, ...others] = found;
    if (named && others.length === 0) return openUnit(ctx, named.id);
    const unused = { command: '/boiduong', args: shorten(oneLine(args), 50) };
    await ctx.say({ text: ctx.html('command-args-unused', unused) });
  }
  const [only, ...more] = within === 'all' ? [] : within;
  if (only !== undefined && more.length === 0) return openUnit(ctx, only);
  await ctx.say(await fosteringUnitsReply(ctx, 0));
}

/** Tells whether words behind the command ask for what is overdue. */
function saysOverdue(words: string): boolean {
  return ['qua han', 'viec qua han', 'overdue'].includes(fold(oneLine(words)).replace(/^nao /, ''));
}

/** Opens the plan of a unit. Its liaison is asked for it at once, where there is none yet. */
async function openUnit(ctx: BotContext, unitId: number): Promise<unknown> {
  const { db, plans, plan } = ctx.house;
  const open = plans.open().map(({ id }) => id);
  const [planId = plan.id, ...others] = await listFosteringPlans(db.prisma, unitId, open);
  if (others.length > 0) return askPlan(ctx, unitId, [planId, ...others]);
  const of = { unitId, planId };
  const isOwn = listUnitsAs(ctx.person, 'liaison').some(({ id }) => id === unitId);
  const planned = await findFosteringPlan(db.prisma, of);
  if (!planned && isOwn && mayFoster(ctx, of)) return makePlan(ctx, of);
  await ctx.say(await fosteringReply(ctx, of));
}

async function askPlan(ctx: BotContext, unitId: number, planIds: number[]): Promise<void> {
  await ctx.say({
    text: ctx.html('fostering-which-plan'),
    buttons: planIds.map((planId) => {
      const { code, title } = planOf(ctx.house, { planId });
      const text = shorten(`${code}: ${title[ctx.locale]}`, 60);
      return [{ text, callback_data: presses.plan.data(unitId, planId, 0) }];
    }),
  });
}

/** Begins to make a plan, or continues the draft of it; shows the plan where there is one. */
async function makePlan(ctx: BotContext, of: FosteringOf): Promise<void> {
  const { db } = ctx.house;
  const subject = await openingOf(ctx, of);
  const planned = await findFosteringPlan(db.prisma, of);
  if (planned || !mayFoster(ctx, of) || subject.exemplars.length === 0)
    return ctx.say(await fosteringReply(ctx, of));
  const begun = ctx.person ? await listOpenDrafts(db.pool, ctx.person.id, fosteringForm.key) : [];
  const same = begun.find((draft) => {
    const read = fosteringForm.subject.safeParse(draft.subject).data;
    return read?.unitId === of.unitId && read.planId === of.planId && Object.keys(draft.answers).length > 0;
  });
  if (same) return continueDraft(ctx, same.id, 'fostering-go-on');
  await beginForm(ctx, fosteringForm, { subject });
}

/** Opens a form about a plan that was made; in a closed plan only shows it. */
async function changePlan(ctx: BotContext, form: Form<FosteringOf>, of: FosteringOf): Promise<void> {
  const planned = await findFosteringPlan(ctx.house.db.prisma, of);
  if (!planned || !mayFoster(ctx, of)) return ctx.say(await fosteringReply(ctx, of));
  const { unitId, planId } = of;
  await beginForm(ctx, form, { subject: { unitId, planId } });
}

/** Opens a form about a step, where it still fits; otherwise shows the step as it is now. */
async function startChange(
  ctx: BotContext,
  form: typeof doneForm,
  stepId: number,
  wanted: 'open' | 'over',
): Promise<void> {
  const step = await stepById(ctx.house.db.prisma, stepId);
  const fits = isOpenStep(step) === (wanted === 'open');
  if (!fits || !mayFoster(ctx, step)) return ctx.say(await stepReply(ctx, stepId));
  const { unitId, planId } = step;
  await beginForm(ctx, form, { subject: { stepId, unitId, planId } });
}
