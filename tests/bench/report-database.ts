import type { Logger } from 'pino';
import type { Plan } from '../../src/plan/plan.ts';
import { connect, type Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startThrowAway } from '../../src/store/start-throw-away.ts';

/** A throw-away database, filled by SQL with so many exemplars of 2021, ten a unit. */
export async function openFilledDatabase(
  exemplars: number,
  { plan, log }: { plan: Plan; log: Logger },
): Promise<{ db: Database; close(): Promise<void> }> {
  const server = await startThrowAway(log);
  try {
    await migrate({ url: server.url, log });
    const db = connect({ url: server.url, log });
    await addExemplars(db, exemplars, plan);
    return {
      db,
      async close() {
        await db.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Adds a person, units of all kinds in turn, and exemplars of 2021; `letter` begins codes. */
export async function addExemplars(db: Database, exemplars: number, plan: Plan, letter = 'U'): Promise<void> {
  const units = Math.ceil(exemplars / 10);
  const kinds = plan.unitKinds.map(({ code }) => code);
  const { rows } = await db.pool.query<{ unit: number; person: number }>(
    `with added as (
       insert into unit (office_id, code, name, short, position, created_at)
       select 1, $3 || n, 'Xã số ' || n, 'Xã ' || n, 2000 + n, '2021-08-18Z' from generate_series(1, $1::int) as n
       returning id, position),
     taking as (
       insert into plan_unit (plan_id, unit_id, kind, position)
       select 1, id, ($2::text[])[1 + position % cardinality($2)], position from added returning unit_id),
     by as (insert into person (name, created_at) values ('Rơ Châm H’Yéo', '2021-08-18Z') returning id)
     select (select min(unit_id) from taking) as unit, (select id from by) as person`,
    [units, kinds, letter],
  );
  await db.pool.query(
    `insert into exemplar (code, unit_id, year, subject, category, name, search_name, place, difficult_area, direct_labour,
                           summary, criteria, impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id, representative, decided_at)
     select $5 || '-2021-' || n, $3 + n % $2, 2021, 'collective', 'business', 'Mô hình số ' || n, 'mo hinh so ' || n, 'Làng Dôr',
            n % 3 = 0, n % 2 = 0, repeat('Vận động 45 hộ hiến 1.200 m² đất làm đường liên thôn. ', 1 + n % 15),
            '{ge-1,ge-2}', 'Đã nhân rộng', '2021-08-05',
            (array['submitted','approved','returned'])[1 + n % 3]::exemplar_status, 1,
            timestamptz '2021-08-19Z' + n * interval '1 second', $4, 'Nguyễn Văn Hùng',
            case when n % 3 > 0 then timestamptz '2021-08-20Z' end
     from generate_series(1, $1::int) as n`,
    [exemplars, units, rows[0]?.unit, rows[0]?.person, letter],
  );
  await db.pool.query('vacuum analyze');
}
