import { type OverdueStep, pageOverdueSteps } from '../../../fostering/overdue-steps.ts';
import { listUnitsWithin } from '../../../people/rights.ts';
import { daysBetween, formatDate } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { buildPageRow, loadPage, sayRange } from '../../core/pages.ts';
import type { Reply } from '../../core/reply.ts';
import { arrangeRows } from '../../forms/buttons.ts';
import { type FosteringSayer, todayOf } from './fostering-words.ts';
import { fosteringPresses as presses } from './presses.ts';

const perPage = 12;

/** Builds the button that shows the overdue steps of all units. */
export function overdueStepsButton(by: Pick<FosteringSayer, 't'>) {
  return { text: by.t('fostering-overdue-open'), callback_data: presses.overdue.data(0) };
}

/** Builds the list of overdue steps of the units that the person may see, by unit. */
export async function overdueStepsReply(by: FosteringSayer, wanted: number): Promise<Reply> {
  const { db, plans } = by.house;
  const within = listUnitsWithin(by.person, 'seeUnit');
  const today = todayOf(by);
  const page = await loadPage(wanted, perPage, (limit, offset) =>
    pageOverdueSteps(db.prisma, {
      ...{ planIds: plans.open().map(({ id }) => id), today, limit, offset },
      ...(within !== 'all' && { unitIds: within }),
    }),
  );
  if (page.total === 0)
    return { text: by.html('fostering-overdue-none'), buttons: commandButtons(by, ['boiduong']) };
  const units = new Map(page.items.map(({ unit }) => [unit.id, unit]));
  const line = ({ unit, what, who, dueOn }: OverdueStep) =>
    by.html('fostering-overdue-line', {
      ...{ unit: unit.name, what: shorten(what, 120), who: shorten(who, 60) },
      ...{ day: formatDate(dueOn), days: daysBetween(dueOn, today) },
    });
  return {
    text: [by.html('fostering-overdue-title', { range: sayRange(by, page) }), ...page.items.map(line)].join(
      '\n',
    ),
    buttons: [
      ...buildPageRow(by, page, (to) => presses.overdue.data(to), 'form-page-after'),
      ...arrangeRows(
        [...units.values()].map(({ id, short }) => ({ text: short, callback_data: presses.unit.data(id) })),
      ),
    ],
  };
}
