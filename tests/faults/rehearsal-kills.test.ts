import { chmod, mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { year2026 } from '../../src/rehearsal/five-years/years/2026.ts';
import { connect, type Database } from '../../src/store/database.ts';
import { sharedFolder } from '../../src/store/embedded/binaries.ts';
import { databaseIn, type HouseProcess, killServerIn, startProcess } from '../support/process.ts';
import { rehearsalAt } from '../support/rehearsal-api.ts';
import { randomOf } from './random.ts';

/** How many steps after the last start each kill comes: in the middle of acts of every kind. */
const kills = 8;
const random = randomOf(20_210_818);

let place: string;
let app: HouseProcess;
let url: string;
let db: Database;
const dataDir = () => join(place, 'data');
const start = async () => {
  app = startProcess({ cwd: place, settings: { DATA_DIR: dataDir() } });
  url = await app.ready();
};

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'dht-played-'));
  // Root's database server runs under another account, which must be able to pass through.
  await chmod(place, 0o711);
  await start();
  db = connect({ url: await databaseIn(dataDir()), log: pino({ level: 'silent' }), poolSize: 2 });
});
afterAll(async () => {
  await db?.close();
  await app?.kill();
  await killServerIn(dataDir());
  const moved = await readlink(join(dataDir(), 'postgres')).catch(() => undefined);
  if (moved?.startsWith(sharedFolder)) await rm(moved, { recursive: true, force: true });
  await rm(place, { recursive: true, force: true });
});

it('kill -9 amid the first year: each start continues, nothing doubled', {
  timeout: 1_800_000,
}, async () => {
  await rehearsalAt(url).play('firstYear');
  for (let n = 0; n < kills; n += 1) {
    const { done } = await rehearsalAt(url).state();
    await rehearsalAt(url).comes(done + 1 + Math.floor(random() * 12));
    await app.kill();
    await start();
  }
  const end = await rehearsalAt(url).ends();
  expect(end).toMatchObject({ state: 'done', skipped: 0, done: end.of });

  const rows = async (sql: string) => (await db.pool.query(sql)).rows;
  expect(
    await rows(`select u.code, count(*) as n, count(distinct e.name) as names
                from exemplar e join unit u on u.id = e.unit_id group by 1 order by 1`),
  ).toEqual(
    Object.entries({
      ...{ CA: 5, GD: 5, GLAR: 10, HADONG: 3, HND: 1, IAPET: 10, LHPN: 2, MTTQ: 1, NNPTNT: 1 },
      ...{ QS: 5, VPUB: 2, YT: 2 },
    }).map(([code, n]) => ({ code, n, names: n })),
  );
  expect(await rows('select action::text, count(*) as n from exemplar_change group by 1 order by 1')).toEqual(
    [
      { action: 'approve', n: 47 },
      { action: 'resubmit', n: 1 },
      { action: 'return', n: 1 },
      { action: 'submit', n: 47 },
    ],
  );
  expect(await rows('select duty, count(*) as n from filing group by 1 order by 1')).toEqual([
    { duty: 'annualReport', n: 4 },
    { duty: 'implementationPlan', n: 5 },
  ]);
  for (const [table, n] of [
    ['person', 17],
    ['membership', 17],
    ['invitation', 17],
    ['web_chat', 18],
    ['fostering_plan', 2],
    ['activity', 5],
    ['help_request', 1],
    ['award_proposal', 4],
    ['rehearsal_action', 0],
  ] as const)
    expect(await rows(`select count(*) as n from ${table}`), table).toEqual([{ n }]);
  expect(await rows(`select 1 from draft where state <> 'done'`)).toEqual([]);
  // A message is in the chat once, however often it was sent.
  expect(
    await rows(
      'select chat_id, client_key from web_message where not from_bot group by 1, 2 having count(*) > 1',
    ),
  ).toEqual([]);
});

it('kill -9 while the plans change: one opens and one closes, once', { timeout: 1_800_000 }, async () => {
  const last = year2026.reduce((sum, { steps }) => sum + steps.length + 1, 0);
  const { of } = await rehearsalAt(url).play('fiveYears');
  // Before the next plan opens, between the two acts, amid the closing, and amid the first duty.
  for (const before of [last, last - 1, last - 2, last - 3, 6, 3]) {
    await rehearsalAt(url).comes(of - before);
    await app.kill();
    await start();
  }
  expect(await rehearsalAt(url).ends()).toMatchObject({ state: 'done', skipped: 0, done: of });

  const rows = async (sql: string) => (await db.pool.query(sql)).rows;
  expect(await rows('select code, closed_at is null as open from plan order by id')).toEqual([
    { code: '101/KH-UBND', open: false },
    { code: '09/KH-UBND', open: true },
  ]);
  expect(
    await rows(`select count(*) > 0 as some, count(*) = count(distinct step_id) as once
                from fostering_change where action = 'carry'`),
  ).toEqual([{ some: true, once: true }]);
  expect(
    await rows(`select 1 from delivery where kind = 'plan-ended' group by person_id having count(*) > 1`),
  ).toEqual([]);
  expect(await rows('select count(*) as n from exemplar where plan_id <> 1')).toEqual([{ n: 1 }]);
  expect(await rows('select count(*) as n from rehearsal_action')).toEqual([{ n: 0 }]);
  const forms = await rows(
    `select form, state::text, count(*) as n from draft where form in ('load-plan', 'close-plan') group by 1, 2 order by 1`,
  );
  expect(forms).toEqual(['close-plan', 'load-plan'].map((form) => ({ form, state: 'done', n: 1 })));
});
