import { charts, makeChart } from '../../src/reports/chart/charts.ts';
import type { BenchHouse } from './house.ts';

const rounds = 5;

/** Measures how long each picture takes from its data to its PNG, in milliseconds; medians. */
export async function chartTimes({ app }: BenchHouse): Promise<[code: string, milliseconds: number][]> {
  const { db, plan, clock } = app.house;
  const scope = {
    year: plan.period.from,
    unitId: null,
    unit: undefined,
    locale: 'vi' as const,
    now: clock.now(),
  };
  const found: [string, number][] = [];
  for (const chart of charts) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      await makeChart({ db, plan }, chart, scope);
      times.push(performance.now() - started);
    }
    found.push([chart.code, times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0]);
  }
  return found;
}
