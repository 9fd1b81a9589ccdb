import { isNudgedList, type ProgressList, readProgress } from '../../../duties/progress.ts';
import { sayCountOf } from '../../../duties/say-quota.ts';
import type { DutyStanding } from '../../../duties/standing.ts';
import { hasAccess } from '../../../people/rights.ts';
import { formatDate, localDate } from '../../../plan/calendar.ts';
import { daysLeft } from '../../../plan/due.ts';
import type { BotContext } from '../../core/context.ts';
import { markMeantPlan } from '../../core/meant-plan.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { buildPageRow, pageOf, sayRange } from '../../core/pages.ts';
import { arrangeRows } from '../../forms/buttons.ts';
import { nudgeList } from '../nudging/presses.ts';
import { unitListPresses } from '../units/presses.ts';
import { progressNames } from './list-names.ts';
import { listButtons } from './overview.ts';
import { showProgressList } from './presses.ts';

const perPage = 15;

/** Shows a page of a list of units, with the way to nudge all units of the list. */
export async function sayProgressList(ctx: BotContext, list: ProgressList, wanted: number): Promise<void> {
  const { db, plan, clock } = ctx.house;
  const progress = await readProgress(db.pool, plan, clock.now());
  const page = pageOf(progress?.lists[list] ?? [], wanted, perPage);
  const name = ctx.t(progressNames[list]);
  if (page.total === 0) {
    return ctx.sayInPlace({
      text: ctx.html('progress-list-empty', { list: name }) + markMeantPlan(ctx),
      buttons: listButtons(ctx, list),
    });
  }
  const units = await readUnits(
    ctx,
    page.items.map(({ unitId }) => unitId),
  );
  await ctx.sayInPlace({
    text: [
      ctx.html('progress-list-title', { list: name, range: sayRange(ctx, page) }) + markMeantPlan(ctx),
      ...page.items.map((standing) => sayLine(ctx, units.get(standing.unitId)?.name ?? '', standing)),
    ].join('\n'),
    buttons: [
      ...(isNudgedList(list) && !plan.closed && hasAccess(ctx.person, 'nudge')
        ? [[{ text: ctx.t('do-dondoc'), callback_data: nudgeList.data(codeInPlan(ctx, list)) }]]
        : []),
      ...buildPageRow(ctx, page, (to) => showProgressList.data(codeInPlan(ctx, list), to), 'form-page-after'),
      ...listButtons(ctx, list),
      // Last: where buttons are numbered, the others keep their numbers.
      ...arrangeRows(
        page.items.flatMap(({ unitId }) => {
          const unit = units.get(unitId);
          return unit ? [{ text: unit.short, callback_data: unitListPresses.open.data(unitId) }] : [];
        }),
      ),
    ],
  });
}

async function readUnits({ house }: BotContext, ids: number[]): Promise<Map<number, NamedUnit>> {
  const units = await house.db.prisma.unit.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, short: true },
  });
  return new Map(units.map((unit) => [unit.id, unit]));
}

/** The names of a unit: in a line, and on a button. */
interface NamedUnit {
  name: string;
  short: string;
}

function sayLine(ctx: BotContext, unit: string, standing: DutyStanding): string {
  const { plan, clock } = ctx.house;
  const { status, counted = 0, missing = 0, quota, due, doneAt } = standing;
  const count = quota ? sayCountOf(ctx.locale, counted, quota) : String(counted);
  if (doneAt) {
    const day = localDate(doneAt, plan.zone);
    const late = status === 'doneLate' && due ? -daysLeft(due, doneAt, plan.zone) : 0;
    return ctx.html(late > 0 ? 'progress-line-late' : 'progress-line-done', {
      unit,
      count,
      day: formatDate(day),
      days: late,
    });
  }
  if (status === 'done') return ctx.html('progress-line', { unit, count });
  const over = status === 'overdue' && due ? -daysLeft(due, clock.now(), plan.zone) : 0;
  return ctx.html(over > 0 ? 'progress-line-overdue' : 'progress-line-missing', {
    unit,
    count,
    missing,
    days: over,
  });
}
