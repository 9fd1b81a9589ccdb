import { holds, listUnitsAs } from '../../../people/roles.ts';
import type { SubjectCode } from '../../../plan/plan.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { findLabel } from '../../../text/find-label.ts';
import { oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { withoutEmptyWords } from '../../../text/speech.ts';
import { matchUnits } from '../../../units/match-units.ts';
import { listUnits } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { inMeantPlan, listOpenPlans, takeMeantPlans } from '../../core/meant-plan.ts';
import { onPress } from '../../core/press.ts';
import { beginForm } from '../../forms/begin-form.ts';
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
    onPress(table, mend, { right: 'handIn', about: 'exemplar', writesUnder: 'object' }, mendExemplar);
    onPress(table, copyOf, { right: 'handIn', about: 'exemplar' }, copyExemplar);
    onPress(table, copyFrom, { right: 'handIn', about: 'unit' }, showCopyable);
    onPress(table, registerFor, { right: 'handIn', about: 'unit' }, (ctx, unitId) => register(ctx, unitId));
    onPress(
      table,
      registerIn,
      { right: 'handIn', about: 'unit', writesUnder: 1 },
      (ctx, unitId, planId, word) =>
        register(ctx, unitId, { planIds: [planId], subject: subjects.find((one) => one === word) }),
    );
  },
};

/** Words that say no more than the command: "đăng ký một gương mới". */
const saysOnlyOne =
  'một|1|gương|tấm gương|gương người tốt việc tốt|người tốt việc tốt|tiên tiến|tiêu biểu|mới|khác|thêm|new|one|another'.split(
    '|',
  );

/** `/dangky`, "đăng ký tập thể", "đăng ký xã Glar": what words say need not be asked. */
async function registerInWords(ctx: BotContext, args: string): Promise<unknown> {
  const { db } = ctx.house;
  const { meant, named, rest } = await takeMeantPlans(ctx, args);
  const planIds = named ? meant.map(({ id }) => id) : undefined;
  const words = withoutEmptyWords(withoutAnyCourtesy(rest).split(/\s+/), saysOnlyOne).join(' ');
  if (words === '') return register(ctx, null, { planIds });
  const labels = new Map(
    meant.flatMap((plan) =>
      subjects.flatMap((code) =>
        Object.values(plan.subjects[code].name).map((name) => [name, code] as const),
      ),
    ),
  );
  const at = findLabel(words, [...labels.keys()]);
  const subject = at === undefined ? undefined : [...labels.values()][at];
  const mine = listUnitsAs(ctx.person, 'liaison').map(({ id }) => id);
  const units = (await listUnits(db.prisma, ctx.house.officeIds)).filter(
    ({ id }) => holds(ctx.person, 'officer') || mine.includes(id),
  );
  const [unit, ...more] = subject ? [] : matchUnits(units, words);
  if (!subject && (!unit || more.length > 0))
    await ctx.say({
      text: ctx.html('command-args-unused', { command: '/dangky', args: shorten(oneLine(args), 50) }),
    });
  return register(ctx, more.length === 0 ? unit?.id : undefined, { subject, planIds });
}

/**
 * Begins a registration. The unit is asked only of those who have several to choose from, the plan
 * only where more than one is open to them.
 */
async function register(
  ctx: BotContext,
  unitId: number | null = null,
  known: { subject?: SubjectCode | undefined; planIds?: number[] | undefined } = {},
): Promise<unknown> {
  const mine = listUnitsAs(ctx.person, 'liaison').map(({ id }) => id);
  const named = unitId !== null && (mine.includes(unitId) || holds(ctx.person, 'officer'));
  const unit = named ? unitId : mine.length === 1 ? mine[0] : undefined;
  const own = unit === undefined && !holds(ctx.person, 'officer') ? mine : unit;
  const open = await listOpenPlans(ctx.house, own === undefined ? undefined : [own].flat());
  const plans = open.filter(({ id }) => known.planIds?.includes(id) ?? true);
  if (plans.length === 0) return ctx.say({ text: ctx.html('register-no-plan') });
  await inMeantPlan(
    ctx,
    plans,
    {
      ask: 'register-which-plan',
      data: ({ id }) => registerIn.data(unit ?? null, id, known.subject ?? '-'),
    },
    () =>
      beginForm(ctx, registrationForm, {
        subject: { planId: ctx.house.plan.id, ...(unit !== undefined && { unitId: unit }) },
        answers: {
          ...(unit !== undefined && { unit: String(unit) }),
          ...(known.subject && { subject: known.subject }),
        },
      }),
  );
}
