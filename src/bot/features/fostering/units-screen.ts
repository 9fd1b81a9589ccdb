import { listFosteringStandings } from '../../../fostering/fostering-standing.ts';
import { listUnitsWithin } from '../../../people/rights.ts';
import { listUnits } from '../../../units/units.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { buildPageRow, pageOf } from '../../core/pages.ts';
import type { Reply } from '../../core/reply.ts';
import { type FosteringSayer, todayOf } from './fostering-words.ts';
import { overdueStepsButton } from './overdue-screen.ts';
import { fosteringPresses as presses } from './presses.ts';

const unitsPerPage = 10;

/**
 * Builds the list of units with their fostering. It has the units that the person may see, and that
 * have approved exemplars or a plan.
 */
export async function fosteringUnitsReply(by: FosteringSayer, wanted: number): Promise<Reply> {
  const { db, plans } = by.house;
  const within = listUnitsWithin(by.person, 'seeUnit');
  const all = await listUnits(db.prisma, by.house.officeIds);
  const visible = within === 'all' ? all : all.filter(({ id }) => within.includes(id));
  const standings = await listFosteringStandings(db.pool, {
    planIds: plans.open().map(({ id }) => id),
    unitIds: visible.map(({ id }) => id),
    today: todayOf(by),
  });
  const of = Map.groupBy(standings, ({ unitId }) => unitId);
  const page = pageOf(
    visible.filter(({ id }) => of.has(id)),
    wanted,
    unitsPerPage,
  );
  const planned = standings.filter((one) => one.planned).length;
  const overdue = standings.filter((one) => one.overdue > 0).length;
  if (page.total === 0) {
    const list = commandButtons(by, ['danhsach'], { danhsach: 'do-danhsach-all' });
    return { text: by.html('fostering-units-none'), buttons: list };
  }
  return {
    text: by.html('fostering-units', { n: page.total, planned, overdue }),
    buttons: [
      ...(overdue > 0 ? [[overdueStepsButton(by)]] : []),
      ...page.items.map(({ id, name }) => {
        const own = of.get(id) ?? [];
        const sum = (key: 'steps' | 'done' | 'overdue') => own.reduce((n, one) => n + one[key], 0);
        const args = { unit: name, done: sum('done'), steps: sum('steps'), overdue: sum('overdue') };
        const key = own.some((one) => one.planned) ? 'fostering-unit-planned' : 'fostering-unit-not';
        return [{ text: by.t(key, args), callback_data: presses.unit.data(id) }];
      }),
      ...buildPageRow(by, page, (to) => presses.units.data(to), 'form-page-after'),
    ],
  };
}
