import type { LoadedPlan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import { readAtMoment } from '../at-moment.ts';
import { type ChartScope, readUnitBars } from './read-chart-data.ts';
import { sumOf } from './sum-of.ts';

/** The figures below a picture. */
export interface BarFigures {
  units: number;
  /** Units that have reached their minimum. */
  met: number;
  submitted: number;
  approved: number;
  /** How many exemplars are missing to reach all minimums. */
  missing: number;
}

/** Sums up the units of a picture, of now or of the day that was asked. */
export async function sumUpBars(
  deps: { db: Pick<Database, 'inSnapshot'>; plan: LoadedPlan },
  asked: ChartScope,
): Promise<BarFigures & Record<string, number>> {
  const groups = await readAtMoment(deps, asked, ({ sql, plan, scope }) =>
    readUnitBars(sql, plan, scope, 'vi'),
  );
  const bars = groups.flatMap((group) => group.bars);
  return {
    units: bars.length,
    met: bars.filter(({ quota, approved, waiting }) => approved + waiting >= quota.min).length,
    submitted: sumOf(bars, ({ approved, waiting }) => approved + waiting),
    approved: sumOf(bars, ({ approved }) => approved),
    missing: sumOf(bars, ({ quota, approved, waiting }) => Math.max(0, quota.min - approved - waiting)),
  };
}
