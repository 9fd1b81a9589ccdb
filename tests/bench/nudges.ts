/**
 * How long a morning's nudges take in a country of 50,000 units and 500,000 exemplars, of which
 * 20,000 units are behind: node tests/bench/nudges.ts [units]
 */
import pino from 'pino';
import { stoppedClock } from '../../src/clock.ts';
import { type DeliverDeps, deliver } from '../../src/deliveries/deliver.ts';
import { listPendingDeliveries } from '../../src/deliveries/testing/list-pending.ts';
import { listStandings } from '../../src/duties/standing.ts';
import { deriveNudge } from '../../src/nudges/derive-nudge.ts';
import type { NudgeMessage } from '../../src/nudges/message.ts';
import { planNudges } from '../../src/nudges/planner.ts';
import { previewNudge } from '../../src/nudges/preview.ts';
import { sayNudge } from '../../src/nudges/say.ts';
import { instantOf } from '../../src/plan/calendar.ts';
import { loadPlan } from '../../src/plan/load.ts';
import { loadWorkingCalendar } from '../../src/plan/load-calendar.ts';
import { connect, type Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startThrowAway } from '../../src/store/start-throw-away.ts';
import { loaded } from '../support/loaded.ts';

const units = Number(process.argv[2] ?? 50_000);
const plan = loaded(loadPlan('prisma/plans/101-kh-ubnd.yaml'));
const log = pino({ level: 'silent' });
const at = (date: string) => instantOf(date, '08:00', plan.zone);

const server = await startThrowAway(log);
try {
  await migrate({ url: server.url, log });
  const db = connect({ url: server.url, log, poolSize: 10 });
  try {
    await run(db);
  } finally {
    await db.close();
  }
} finally {
  await server.stop();
}

async function run(db: Database): Promise<void> {
  const clock = stoppedClock(at('2021-08-20'));
  const deps = { db, plan, plans: [plan], calendar: loadWorkingCalendar(), clock };
  await timed('filling the database', () => fill(db));

  await timed('planning the morning of 20/8/2021', () => planNudges(deps));
  await timed('planning again at once', () => planNudges(deps));
  await timed('preview of a round by hand', async () => {
    const { units, people } = await previewNudge(deps, { duty: 'implementationPlan', occurrence: '' });
    return { units, people };
  });
  await timed(
    'standings of all units',
    async () => (await listStandings({ ...deps, now: clock.now() })).length,
  );
  await timed(
    'standings of one unit',
    async () => (await listStandings({ ...deps, now: clock.now() }, { unitIds: [units - 1] })).length,
  );
  await timed('sending 2,000 of them (each takes no time)', async () => {
    const ids = await listPendingDeliveries(db.prisma, 2000);
    const sender: DeliverDeps<string, NudgeMessage> = {
      ...deps,
      nudge: (client, delivery, now) => deriveNudge(client, { find: () => plan }, delivery, now),
      waitsFor: () => [plan],
      render: (outgoing) =>
        outgoing.kind === 'nudge'
          ? sayNudge({ find: () => plan, several: false }, 'vi', outgoing.message)
          : '',
      send: async () => 'sent' as const,
    };
    const results = await Promise.all(ids.map((id) => deliver(sender, id)));
    return { sent: results.filter((one) => one.state === 'settled' && one.status === 'sent').length };
  });
  // A working day, three days before the last one.
  clock.set(at('2025-12-12'));
  await timed('planning the morning of 12/12/2025, all five reports missing everywhere', () =>
    planNudges(deps),
  );
  console.log(`memory at the end: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now();
  const result = await work();
  const seconds = ((performance.now() - from) / 1000).toFixed(2);
  console.log(`${what}: ${seconds} s${result === undefined ? '' : ` ${JSON.stringify(result)}`}`);
}

/**
 * One liaison per commune, one head per fifth; two units in five have 6 exemplars of 10 and no
 * plan, the others 12.
 */
async function fill(db: Database): Promise<void> {
  const since = at('2021-01-01');
  const statements: [string, unknown[]][] = [
    [
      `insert into unit (office_id, code, name, short, position, created_at)
       select 1, 'U' || i, 'Xã ' || i, 'Xã ' || i, i, $2 from generate_series(1, $1::int) i`,
      [units, since],
    ],
    [
      `insert into plan_unit (plan_id, unit_id, kind, position) select 1, id, 'commune', position from unit`,
      [],
    ],
    [
      `insert into person (name, created_at)
       select 'Cán bộ ' || i, $2 from generate_series(1, $1::int + $1::int / 5) i`,
      [units, since],
    ],
    [
      `insert into account (channel, external_id, chat_id, person_id, created_at)
       select 'telegram', id, id, id, $1 from person`,
      [since],
    ],
    [
      `insert into membership (person_id, role, unit_id, since)
       select id, case when id <= $1 then 'liaison' else 'head' end::role, 1 + (id - 1) % $1::int, $2 from person`,
      [units, since],
    ],
    [
      `insert into exemplar (code, unit_id, year, subject, category, name, search_name, place, difficult_area,
         direct_labour, summary, impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id)
       select 'E-' || u.id || '-' || n, u.id, 2021, 'collective', 'community', 'Mô hình', 'mo hinh', 'Làng Groi', false,
         false, repeat('Tóm tắt thành tích. ', 20), 'Hiệu quả', '2021-08-01', 'submitted', 1,
         $1::timestamptz + n * interval '1 hour', u.id
       from unit u, generate_series(1, case when u.id % 5 < 2 then 6 else 12 end) n`,
      [at('2021-08-18')],
    ],
    [
      `insert into filing (plan_id, unit_id, duty, filed_at, filed_by_id, channel)
       select 1, id, 'implementationPlan', $1, id, 'telegram' from unit where id % 5 >= 2`,
      [at('2021-08-19')],
    ],
  ];
  for (const [sql, values] of statements) await db.pool.query(sql, values);
  await db.pool.query('vacuum analyze');
}
