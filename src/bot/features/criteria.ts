import type { InlineKeyboardButton } from 'grammy/types';
import type { Category, LoadedPlan } from '../../plan/plan.ts';
import { withoutAnyCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalise.ts';
import { shorten } from '../../text/shorten.ts';
import { matchUnits } from '../../units/match-units.ts';
import { listUnits } from '../../units/units.ts';
import type { BotContext } from '../core/context.ts';
import type { House } from '../core/house.ts';
import { inMeantPlan, markMeantPlan, takeMeantPlans } from '../core/meant-plan.ts';
import { codeAlone, codeInPlan, codeOfPlan, inItsPlan, lookAtPlan } from '../core/named-plan.ts';
import { onPress, press } from '../core/press.ts';
import { showStep } from '../forms/begin-form.ts';
import { findWayBack, type WayBack } from '../forms/begun-draft.ts';
import { formData, ops } from '../forms/buttons.ts';
import type { Reply } from '../forms/form.ts';
import type { Feature } from './feature.ts';
import { ownCriteriaButton, sayOwnCriteria, sayOwnOfMine } from './own-criteria/index.ts';

const showCategory = press('tieuchi', 'text');
/** Shows the criteria of a plan. */
const showCriteria = press('tieuchi.kh', 'id');

/** The feature of /tieuchi: the criteria in the plan's own words (Plan 101, III). */
export const criteriaFeature: Feature = {
  commands: [
    {
      name: 'tieuchi',
      right: 'joined',
      words: { vi: ['tiêu chí'], en: ['criteria'] },
      takesArgs: true,
      run: criteriaInWords,
    },
  ],
  presses(table) {
    onPress(table, showCriteria, 'joined', async (ctx, planId) => {
      lookAtPlan(ctx, planId);
      await sayCriteria(ctx, ctx.house.plan.categories);
    });
    onPress(
      table,
      showCategory,
      'joined',
      inItsPlan(async (ctx, code) => {
        const found = ctx.house.plan.categories.find((c) => c.code === codeAlone(code));
        await (found ? sayCategory(ctx, found) : showStep(ctx));
      }),
    );
  },
};

/** `/tieuchi`, "tiêu chí hội đoàn thể": the categories whose names have the words. */
async function criteriaInWords(ctx: BotContext, args: string): Promise<void> {
  if (await sayOwnInWords(ctx, args)) return;
  const taken = await takeMeantPlans(ctx, args);
  // In the middle of a registration its plan is meant.
  const back = await findWayBack(ctx);
  const meant = back?.form === 'register' && !taken.named ? [back.scene.house.plan] : taken.meant;
  const words = fold(withoutAnyCourtesy(taken.rest)).split(' ').filter(Boolean);
  const fitting = meant.filter(({ categories }) => findNamed(categories, words).length > 0);
  const question = {
    ask: 'criteria-which-plan',
    data: ({ id, categories }: LoadedPlan) => {
      const [only, ...more] = findNamed(categories, words);
      return only && more.length === 0 && words.length > 0
        ? showCategory.data(codeOfPlan(id, only.code))
        : showCriteria.data(id);
    },
  };
  if (fitting.length === 0)
    await ctx.say({ text: ctx.html('criteria-none-such', { typed: shorten(oneLine(args), 50) }) });
  await inMeantPlan(ctx, fitting.length > 0 ? fitting : meant, question, async () => {
    const named = findNamed(ctx.house.plan.categories, words);
    const [only, ...more] = named;
    if (only && more.length === 0 && words.length > 0) return sayCategory(ctx, only);
    await sayCriteria(ctx, only ? named : ctx.house.plan.categories);
  });
}

/** Finds the categories whose names have all these words. */
function findNamed(categories: Category[], words: string[]): Category[] {
  return categories.filter(({ name }) => {
    const own = Object.values(name).flatMap((one) => fold(one).split(/[^a-z0-9]+/));
    return words.every((word) => own.includes(word));
  });
}

/** Shows the general criteria of the plan looked at, and ways to categories and own criteria. */
async function sayCriteria(ctx: BotContext, categories: Category[]): Promise<void> {
  const reply = criteriaOf(ctx, categories);
  await ctx.say({
    text: reply.text,
    buttons: [...(reply.buttons ?? []), ...ownCriteriaButton(ctx)],
  });
}

const ofOwn = /\b(?:rieng|cua|don vi|own)\b/g;

/** "tiêu chí riêng", "tiêu chí xã Glar": a unit's own criteria. False: the words name none. */
async function sayOwnInWords(ctx: BotContext, args: string): Promise<boolean> {
  const typed = fold(withoutAnyCourtesy(args));
  const words = typed.replace(ofOwn, ' ').trim();
  if (words === '') return typed !== '' && sayOwnOfMine(ctx);
  const [unit, ...more] = matchUnits(await listUnits(ctx.house.db.prisma, ctx.house.officeIds), words);
  return unit !== undefined && more.length === 0 && sayOwnCriteria(ctx, unit);
}

async function sayCategory(ctx: BotContext, category: Category): Promise<void> {
  // Not numbered: where buttons are numbered lines, that would look like something to choose.
  const lines = category.criteria.map((c) => `– ${c.text}`).join('\n');
  await ctx.say({
    text: ctx.html('criteria-category', {
      name: category.name[ctx.locale],
      clause: category.clause,
      lines,
    }),
    buttons: await wayOn(ctx, category),
  });
}

/**
 * Leads back from a category's criteria: [Chọn lĩnh vực này] where a registration asks for it.
 * Where the list of categories cannot be pressed any more, it is sent again, with the way back.
 */
async function wayOn(ctx: BotContext, category: Category): Promise<InlineKeyboardButton[][]> {
  const back = await findWayBack(ctx);
  const choice = chooseThis(ctx, back, category);
  if (ctx.can.buttons) return choice;
  const { subject } = category;
  const all = ctx.house.plan.categories;
  // In the middle of a registration only those of its subject are useful.
  const wanted = back?.form === 'register' ? all.filter((c) => c.subject === subject) : all;
  return [...choice, ...(criteriaOf(ctx, wanted).buttons ?? []), ...(back ? [[back.button]] : [])];
}

function chooseThis(
  ctx: BotContext,
  back: WayBack | undefined,
  { code, subject }: Category,
): InlineKeyboardButton[][] {
  const asked = back?.form === 'register' && back.question === 'category' ? back.scene : undefined;
  if (!asked || asked.answers.subject !== subject || asked.house.plan.id !== ctx.house.plan.id) return [];
  const data = formData(asked.draft.id, 'category', ops.choose, code);
  return [[{ text: ctx.t('criteria-choose-this'), callback_data: data }]];
}

/** Shows general criteria, and a button for each of these categories. */
export function criteriaOf(
  by: Pick<BotContext, 't' | 'html' | 'locale'> & { house: House },
  categories: Category[],
): Reply {
  const general = by.house.plan.generalCriteria.map((c) => `– ${c.text}`).join('\n');
  return {
    text: [by.html('criteria-general', { general }), markMeantPlan(by).trim()].filter(Boolean).join('\n'),
    buttons: categories.map((c) => [
      { text: c.name[by.locale], callback_data: showCategory.data(codeInPlan(by, c.code)) },
    ]),
  };
}
