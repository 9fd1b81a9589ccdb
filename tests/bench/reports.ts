// Makes both reports of a large database and prints seconds and memory: node tests/bench/reports.ts
// [exemplars] [units]
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { loadPlan } from '../../src/plan/load.ts';
import { loadWorkingCalendar } from '../../src/plan/load-calendar.ts';
import { reports } from '../../src/reports/index.ts';
import { connect } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startThrowAway } from '../../src/store/start-throw-away.ts';
import { loaded } from '../support/loaded.ts';

const exemplars = Number(process.argv[2] ?? 100_000);
const units = Number(process.argv[3] ?? Math.ceil(exemplars / 10));
const plan = loaded(loadPlan(join(import.meta.dirname, '..', '..', 'prisma/plans/101-kh-ubnd.yaml')));
const log = pino({ level: 'error' });
const server = await startThrowAway(log);
const tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-bench-'));
await migrate({ url: server.url, log });
const db = connect({ url: server.url, log });
try {
  await db.pool.query(
    `WITH added AS (
       INSERT INTO unit (office_id, code, name, short, position, created_at)
       SELECT 1, 'U' || n, 'Xã số ' || n, 'Xã ' || n, n, '2021-08-18Z' FROM generate_series(1, $1::int) AS n
       RETURNING id, position)
     INSERT INTO plan_unit (plan_id, unit_id, kind, position)
     SELECT 1, id, ($2::text[])[1 + position % cardinality($2)], position FROM added`,
    [units, plan.unitKinds.map(({ code }) => code)],
  );
  await db.pool.query(`INSERT INTO person (name, created_at) VALUES ('Rơ Châm H’Yéo', '2021-08-18Z')`);
  await db.pool.query(
    `INSERT INTO exemplar (code, unit_id, year, subject, category, name, search_name, place, difficult_area, direct_labour,
                           summary, criteria, impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id, representative, decided_at)
     SELECT 'U-2021-' || n, 1 + n % $2, 2021, 'collective', 'business', 'Mô hình số ' || n, 'mo hinh so ' || n, 'Làng Dôr',
            n % 3 = 0, n % 2 = 0, repeat('Vận động 45 hộ hiến 1.200 m² đất làm đường liên thôn. ', 1 + n % 15),
            '{ge-1,ge-2}', 'Đã nhân rộng', '2021-08-05',
            (ARRAY['submitted','approved','returned'])[1 + n % 3]::exemplar_status, 1,
            timestamptz '2021-08-19Z' + n * interval '1 second', 1, 'Nguyễn Văn Hùng',
            CASE WHEN n % 3 > 0 THEN timestamptz '2021-08-20Z' END
     FROM generate_series(1, $1::int) AS n`,
    [exemplars, units],
  );
  await db.pool.query('ANALYZE');
  for (const report of reports) {
    let peak = 0;
    const rest = process.memoryUsage().rss;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 20);
    const started = performance.now();
    const made = await report.make(
      { db, plan, calendar: loadWorkingCalendar(), tempDir },
      { year: 2021, locale: 'vi', by: 'Bench', now: new Date('2021-08-30T02:05:00Z') },
    );
    const seconds = (performance.now() - started) / 1000;
    clearInterval(watch);
    const { size } = await stat(made.path);
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
    console.log(
      `${report.code}: ${made.rows} lines in ${seconds.toFixed(1)} s, file ${megabytes(size)}, ` +
        `memory ${megabytes(rest)} before, ${megabytes(peak)} at most`,
    );
    await rm(made.path);
  }
} finally {
  await db.close();
  await server.stop();
  await rm(tempDir, { recursive: true });
}
