import type { LoadedPlan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
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

/** Sums up the units of a picture. */
export async function sumUpBars(
  { db, plan }: { db: Pick<Database, 'inSnapshot'>; plan: LoadedPlan },
  scope: ChartScope,
): Promise<BarFigures & Record<string, number>> {
  const groups = await db.inSnapshot(({ sql }) => readUnitBars(sql, plan, scope, 'vi'));
  const bars = groups.flatMap((group) => group.bars);
  return {
    units: bars.length,
    met: bars.filter(({ quota, approved, waiting }) => approved + waiting >= quota.min).length,
    submitted: sumOf(bars, ({ approved, waiting }) => approved + waiting),
    approved: sumOf(bars, ({ approved }) => approved),
    missing: sumOf(bars, ({ quota, approved, waiting }) => Math.max(0, quota.min - approved - waiting)),
  };
}
