import { countChoosable } from '../../../activities/exemplars-to-choose.ts';
import { hasAccess, listUnitsWithin } from '../../../people/rights.ts';
import { holds, listUnitsAs } from '../../../people/roles.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { ActivityKind, type Role } from '../../../store/generated/enums.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { beginForm } from '../../forms/begin-form.ts';
import { saidNoPlanIsOpen } from '../no-open-plan.ts';
import { theOffice } from './activity-scene.ts';
import { activityForm } from './form.ts';
import { activityPresses } from './presses.ts';

/** The known facts of an activity before its first question. */
export interface KnownActivity {
  as: Role;
  planId?: number;
  kind?: ActivityKind | undefined;
  unitId?: number | undefined;
  exemplarIds?: number[];
}

/** Chooses the role in which a person logs an activity of a unit's exemplar. */
export function roleToLogIn({ person }: BotContext, unitId: number | null): Role {
  if (holds(person, 'officer')) return 'officer';
  const own = listUnitsAs(person, 'liaison').some(({ id }) => unitId === null || id === unitId);
  return own ? 'liaison' : 'publicist';
}

/** Begins the record of an activity; asks for the plan where several have exemplars for it. */
export async function beginActivity(ctx: BotContext, known: KnownActivity): Promise<void> {
  if (await saidNoPlanIsOpen(ctx)) return;
  const { as, kind, unitId, exemplarIds } = known;
  const plan = await planToLogIn(ctx, known);
  if (plan === 'asked') return;
  if (!plan) return sayNoExemplars(ctx, as);
  const [only, ...more] = as === 'liaison' ? listUnitsAs(ctx.person, 'liaison') : [];
  const unit = unitId ?? (more.length === 0 ? only?.id : undefined);
  await beginForm(ctx, activityForm, {
    subject: { planId: plan.id, as },
    answers: {
      ...(as === 'liaison' && unit !== undefined && { unit: String(unit) }),
      ...(as === 'officer' && { holder: unitId === undefined ? theOffice : String(unitId) }),
      ...(as === 'publicist' ? { kind: ActivityKind.publicity } : kind && { kind }),
      ...(exemplarIds && { exemplars: exemplarIds.map(String) }),
      note: null,
    },
  });
}

/** Finds the plan; `asked`: the person chooses it. Undefined: none has an approved exemplar. */
async function planToLogIn(
  ctx: BotContext,
  { as, planId, unitId }: KnownActivity,
): Promise<LoadedPlan | 'asked' | undefined> {
  const { plans, db } = ctx.house;
  const within = listUnitsWithin(ctx.person, 'logActivities');
  const all = as === 'publicist' || within === 'all';
  const unitIds = as === 'liaison' && unitId !== undefined ? [unitId] : all ? undefined : within;
  const open = planId === undefined ? plans.open() : plans.open().filter(({ id }) => id === planId);
  const counts = await Promise.all(open.map(({ id }) => countChoosable(db.prisma, { planId: id, unitIds })));
  const usable = open.filter((_, i) => (counts[i] ?? 0) > 0);
  if (usable.length < 2) return usable[0];
  await ctx.say({
    text: ctx.html('activity-plan'),
    buttons: usable.map((one) => [
      { text: one.code, callback_data: activityPresses.plan.data(one.id, as === 'publicist' ? 1 : 0) },
    ]),
  });
  return 'asked';
}

async function sayNoExemplars(ctx: BotContext, as: Role): Promise<void> {
  const lists = hasAccess(ctx.person, 'seeExemplars') ? ['danhsach'] : [];
  await ctx.say({
    text: ctx.html(as === 'liaison' ? 'activity-no-exemplars' : 'activity-no-exemplars-any'),
    buttons: commandButtons(ctx, lists),
  });
}
