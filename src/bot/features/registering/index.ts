import { locales } from '../../../i18n.ts';
import { holds, listUnitsAs } from '../../../people/roles.ts';
import type { LoadedPlan, SubjectCode } from '../../../plan/plan.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { findLabel } from '../../../text/find-label.ts';
import { oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { matchUnits } from '../../../units/match-units.ts';
import { listPlansOfUnits, listUnits } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import { beginForm } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { copyFrom, copyOf, mend, registerFor, registerIn } from '../unit-presses.ts';
import { copyExemplar, showCopyable } from './copy.ts';
import { registrationForm } from './form.ts';
import { mendExemplar } from './mend.ts';

const subjects: SubjectCode[] = ['collective', 'individual'];

/** /dangky: registering an exemplar (Plan 101, IV.1), and mending one that was returned. */
export const registeringFeature: Feature = {
  commands: [
    {
      name: 'dangky',
      right: 'handIn',
      words: {
        vi: ['đăng ký', 'đăng kí', 'đăng ký điển hình', 'đăng kí điển hình', 'đk', 'đki', 'đky'],
        en: ['register'],
      },
      takesArgs: true,
      run: registerInWords,
    },
  ],
  forms: [registrationForm],
  presses(table) {
    onPress(table, mend, { right: 'handIn', about: 'exemplar' }, mendExemplar);
    onPress(table, copyOf, { right: 'handIn', about: 'exemplar' }, copyExemplar);
    onPress(table, copyFrom, { right: 'handIn', about: 'unit' }, showCopyable);
    onPress(table, registerFor, { right: 'handIn', about: 'unit' }, (ctx, unitId) => register(ctx, unitId));
    onPress(table, registerIn, { right: 'handIn', about: 'unit' }, (ctx, unitId, planId, word) =>
      register(ctx, unitId, { planId, subject: subjects.find((one) => one === word) }),
    );
  },
};

/** `/dangky`, "đăng ký tập thể", "đăng ký xã Glar": what words say need not be asked. */
async function registerInWords(ctx: BotContext, args: string): Promise<unknown> {
  const { plan, db } = ctx.house;
  const words = withoutAnyCourtesy(args);
  if (words === '') return register(ctx);
  const at = findLabel(
    words,
    subjects.flatMap((code) => Object.values(plan.subjects[code].name)),
  );
  const subject = at === undefined ? undefined : subjects[Math.floor(at / locales.length)];
  const mine = listUnitsAs(ctx.person, 'liaison').map(({ id }) => id);
  const units = (await listUnits(db.prisma)).filter(
    ({ id }) => holds(ctx.person, 'officer') || mine.includes(id),
  );
  const [unit, ...more] = subject ? [] : matchUnits(units, words);
  if (!subject && (!unit || more.length > 0))
    await ctx.say({
      text: ctx.html('command-args-unused', { command: '/dangky', args: shorten(oneLine(args), 50) }),
    });
  return register(ctx, more.length === 0 ? unit?.id : undefined, subject && { subject });
}

/**
 * Begins a registration. The unit is asked only of those who have several to choose from, the plan
 * only where more than one is open to them.
 */
async function register(
  ctx: BotContext,
  unitId: number | null = null,
  known: { subject?: SubjectCode; planId?: number } = {},
): Promise<unknown> {
  const mine = listUnitsAs(ctx.person, 'liaison').map(({ id }) => id);
  const named = unitId !== null && (mine.includes(unitId) || holds(ctx.person, 'officer'));
  const unit = named ? unitId : mine.length === 1 ? mine[0] : undefined;
  const own = unit === undefined && !holds(ctx.person, 'officer') ? mine : unit;
  const plans = await listPlansFor(ctx, own);
  const [only, ...more] = plans.filter(({ id }) => known.planId === undefined || id === known.planId);
  if (!only) return ctx.say({ text: ctx.html('register-no-plan') });
  if (more.length > 0) return askPlan(ctx, plans, unit ?? null, known.subject);
  await beginForm(ctx, registrationForm, {
    subject: { planId: only.id, ...(unit !== undefined && { unitId: unit }) },
    answers: {
      ...(unit !== undefined && { unit: String(unit) }),
      ...(known.subject && { subject: known.subject }),
    },
  });
}

/** Lists the open plans in which a unit, one of several, or any unit takes part. */
async function listPlansFor(ctx: BotContext, unitIds: number | number[] | undefined): Promise<LoadedPlan[]> {
  const { db, plans } = ctx.house;
  const open = plans.open();
  if (unitIds === undefined) return open;
  const taking = await listPlansOfUnits(db.prisma, [unitIds].flat());
  return open.filter(({ id }) => taking.includes(id));
}

async function askPlan(
  ctx: BotContext,
  plans: LoadedPlan[],
  unitId: number | null,
  subject: SubjectCode | undefined,
): Promise<void> {
  await ctx.say({
    text: ctx.html('register-which-plan'),
    buttons: plans.map(({ id, code, title }) => [
      {
        text: shorten(`${code}: ${title[ctx.locale]}`, 60),
        callback_data: registerIn.data(unitId, id, subject ?? '-'),
      },
    ]),
  });
}
