import { retireOwnCriterion } from '../../../exemplars/own-criteria/change-own-criteria.ts';
import { type OwnCriterion, ownCriterionById } from '../../../exemplars/own-criteria/own-criterion.ts';
import { hasAccess, listUnitsWithin, reaches } from '../../../people/rights.ts';
import { listUnits, type Unit } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import type { BotContext } from '../../core/context.ts';
import { inPlan } from '../../core/house.ts';
import { inMeantPlan, listOpenPlans } from '../../core/meant-plan.ts';
import { lookAtPlan } from '../../core/named-plan.ts';
import { buildPageRow, pageOf } from '../../core/pages.ts';
import { onPress } from '../../core/press.ts';
import type { Reply } from '../../core/reply.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { ownCriterionForm } from './form.ts';
import { ownCriteriaPresses as presses } from './presses.ts';
import { ownCriteriaReply, ownCriterionReply, ownHistoryReply } from './screens.ts';

const unitsPerPage = 10;
const changing = { right: 'changeCriteria', about: 'ownCriterion', writesUnder: 'object' } as const;

/**
 * The feature of a unit's own criteria (Plan 101, II.2, III.2). Under /tieuchi they are listed,
 * added, changed and retired, with their history.
 */
export const ownCriteriaFeature: Feature = {
  forms: [ownCriterionForm],
  presses(table) {
    onPress(table, presses.units, 'seeUnit', askUnitOfCriteria);
    onPress(table, presses.list, { right: 'seeUnit', about: 'unit' }, sayCriteriaOf);
    onPress(table, presses.listIn, { right: 'seeUnit', about: 'unit' }, async (ctx, unitId, planId) => {
      lookAtPlan(ctx, planId);
      await ctx.say(await ownCriteriaReply(ctx, unitId));
    });
    onPress(
      table,
      presses.history,
      { right: 'seeUnit', about: 'unit' },
      async (ctx, unitId, planId, page) => {
        lookAtPlan(ctx, planId);
        await ctx.sayInPlace(await ownHistoryReply(ctx, unitId, page));
      },
    );
    onPress(table, presses.open, { right: 'seeUnit', about: 'ownCriterion' }, async (ctx, id) => {
      await ctx.say(await ownCriterionReply(ctx, id));
    });
    onPress(
      table,
      presses.add,
      { right: 'changeCriteria', about: 'unit', writesUnder: 1 },
      async (ctx, unitId, planId) => {
        lookAtPlan(ctx, planId);
        await beginForm(ctx, ownCriterionForm, { subject: { unitId, planId: ctx.house.plan.id } });
      },
    );
    onPress(table, presses.change, changing, async (ctx, id) => {
      const found = await inUse(ctx, id);
      if (!found) return;
      const { planId, unitId } = found;
      await beginForm(ctx, ownCriterionForm, { subject: { planId, unitId, replaces: id } });
    });
    onPress(table, presses.retireAsk, { ...changing, decides: true }, async (ctx, id) => {
      const found = await inUse(ctx, id);
      if (!found) return;
      await ctx.say({
        text: ctx.html('own-criterion-retire-ask', { text: found.text }),
        buttons: [
          [{ text: ctx.t('own-criterion-retire-yes'), callback_data: presses.retire.data(id) }],
          [{ text: ctx.t('own-criterion-retire-no'), callback_data: presses.open.data(id) }],
        ],
      });
    });
    onPress(table, presses.retire, { ...changing, decides: true }, async (ctx, id) => {
      const found = await inUse(ctx, id);
      if (!found) return;
      const by = { ...actorOf(ctx), at: ctx.house.clock.now() };
      await retireOwnCriterion(ctx.house.db, found, by);
      await ctx.sayInPlace(await listAround(ctx, found, ctx.html('own-criterion-retired-now')));
    });
  },
};

/** Finds a criterion in use; says that it is not, with the unit's present ones. */
async function inUse(ctx: BotContext, id: number): Promise<OwnCriterion | undefined> {
  const found = await ownCriterionById(ctx.house.db.prisma, id);
  if (found.retiredAt === null) return found;
  await ctx.say(await listAround(ctx, found, ctx.html('error-own-criterion-gone')));
  return undefined;
}

/** Lists the criteria of the same plan and unit. */
function listAround(ctx: BotContext, { planId, unitId }: OwnCriterion, notice: string): Promise<Reply> {
  const { person, locale, t, html } = ctx;
  return ownCriteriaReply({ person, locale, t, html, house: inPlan(ctx.house, { planId }) }, unitId, notice);
}

/** Builds the button to the own criteria of the person's units; none for those who see no unit. */
export function ownCriteriaButton(ctx: BotContext) {
  if (!hasAccess(ctx.person, 'seeUnit')) return [];
  const units = listUnitsWithin(ctx.person, 'seeUnit');
  const [only, ...more] = units === 'all' ? [] : units;
  const data = only !== undefined && more.length === 0 ? presses.list.data(only) : presses.units.data(0);
  return [[{ text: ctx.t('own-criteria'), callback_data: data }]];
}

/** Shows the own criteria of the person's only unit, or asks for the unit; false: they see none. */
export async function sayOwnOfMine(ctx: BotContext): Promise<boolean> {
  if (!hasAccess(ctx.person, 'seeUnit')) return false;
  const units = listUnitsWithin(ctx.person, 'seeUnit');
  const [only, ...more] = units === 'all' ? [] : units;
  if (only === undefined || more.length > 0) await askUnitOfCriteria(ctx, 0);
  else await sayCriteriaOf(ctx, only);
  return true;
}

/** Shows a unit's own criteria, under the plan that is chosen where it takes part in several. */
async function sayCriteriaOf(ctx: BotContext, unitId: number): Promise<void> {
  const taking = await listOpenPlans(ctx.house, [unitId]);
  await inMeantPlan(
    ctx,
    taking.length > 0 ? taking : [ctx.house.plan],
    { ask: 'criteria-which-plan', data: ({ id }) => presses.listIn.data(unitId, id) },
    async () => ctx.say(await ownCriteriaReply(ctx, unitId)),
  );
}

/** Shows a unit's own criteria to those who may see the unit; false: they may not. */
export async function sayOwnCriteria(ctx: BotContext, unit: Unit): Promise<boolean> {
  if (!hasAccess(ctx.person, 'seeUnit') || !reaches(ctx.person, 'seeUnit', { unitId: unit.id })) return false;
  await sayCriteriaOf(ctx, unit.id);
  return true;
}

async function askUnitOfCriteria(ctx: BotContext, wanted: number): Promise<void> {
  const all = await listUnits(ctx.house.db.prisma, ctx.house.officeIds);
  const within = listUnitsWithin(ctx.person, 'seeUnit');
  const units = within === 'all' ? all : all.filter(({ id }) => within.includes(id));
  const page = pageOf(units, wanted, unitsPerPage);
  await ctx.sayInPlace({
    text: ctx.html('own-criteria-unit'),
    buttons: [
      ...page.items.map(({ id, name }) => [{ text: name, callback_data: presses.list.data(id) }]),
      ...buildPageRow(ctx, page, (to) => presses.units.data(to), 'form-page-after'),
    ],
  });
}
