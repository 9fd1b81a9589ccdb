import { charts } from '../../src/reports/chart/charts.ts';
import { type BenchHouse, benchHouse } from './house.ts';
import { addManager, commandToFile } from './manager.ts';

const rounds = 5;
/** The exemplars of a district. */
const district = 700;

/**
 * Measures how long the district's pictures take from the command to the chat: the first one of the
 * process, and the median of more.
 */
export async function measureCharts(): Promise<[what: string, value: string][]> {
  const house = await benchHouse(0);
  try {
    await addManager(house);
    const units = await addToUnits(house);
    const found: [string, string][] = [];
    for (const { code } of charts) {
      const first = await commandToFile(house, `/bieudo ${code} 2021`);
      const times: number[] = [];
      for (let round = 0; round < rounds; round++)
        times.push(await commandToFile(house, `/bieudo ${code} 2021`));
      const median = times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
      found.push([
        `command to picture ${code}, ${units} units, ${district} exemplars, first / again`,
        `${first.toFixed(0)} / ${median.toFixed(0)} ms`,
      ]);
    }
    return found;
  } finally {
    await house.close();
  }
}

/** Adds exemplars to the units of the plan in turn; returns how many units there are. */
async function addToUnits({ app }: BenchHouse): Promise<number> {
  const { rows } = await app.house.db.pool.query<{ units: number }>(
    `with units as (select unit_id, row_number() over (order by position) - 1 as k, count(*) over () as many from plan_unit),
     by as (insert into person (name, created_at) values ('Rơ Châm H’Yéo', $2) returning id),
     added as (
       insert into exemplar (code, unit_id, year, subject, category, name, search_name, place, difficult_area, direct_labour,
         summary, criteria, impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id, representative, decided_at)
       select 'V-2021-' || n, unit_id, 2021, 'collective', (array['business','culture'])[1 + n % 2], 'Mô hình số ' || n,
         'mo hinh so ' || n, 'Làng Dôr', false, true, 'Vận động 45 hộ hiến đất làm đường.', '{ge-1,ge-2}', 'Đã nhân rộng', '2021-08-05',
         (array['submitted','approved','returned'])[1 + n % 3]::exemplar_status, 1,
         timestamptz '2021-08-19Z' + n * interval '1 hour', by.id, 'Nguyễn Văn Hùng',
         case when n % 3 > 0 then timestamptz '2021-08-20Z' + n * interval '1 hour' end
       from generate_series(1, $1::int) n join units on units.k = n % units.many, by)
     select count(*)::int as units from units`,
    [district, app.clock.now()],
  );
  return rows[0]?.units ?? 0;
}

if (import.meta.main) {
  for (const [what, value] of await measureCharts()) console.log(what.padEnd(62), value);
  process.exit(0);
}
