import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { freshDatabase } from '../support/database.ts';
import { settledIn } from '../support/settled.ts';

async function rehearsal() {
  const database = await freshDatabase({ poolSize: 2 });
  const dataDir = await mkdtemp(join(tmpdir(), 'dht-clock-'));
  const config = readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: '0' });
  const app = await startApp({ config, log: createLog('silent') });
  onTestFinished(async () => {
    await app.stop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const step = (name: string) =>
    fetch(`${app.url}/api/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url },
      body: JSON.stringify({ step: name }),
    });
  return { app, step };
}

it('moving the clock erases expired data, but no chat', async () => {
  const { app, step } = await rehearsal();
  const { pool } = app.house.db;
  await pool.query(
    `insert into draft (form, chat_key, state, answers, opened_by, created_at, updated_at)
     values ('register', 'web:1', 'discarded', '{"name": "x"}', 'u', $1, $1)`,
    [app.clock.now()],
  );
  await pool.query(
    `insert into web_message (chat_id, from_bot, message, sent_at)
     select min(chat_id), true, '{"date": 0, "text": "x"}', $1 from web_chat`,
    [app.clock.now()],
  );
  const left = async () =>
    (
      await pool.query(
        `select (select count(*)::int from draft) as drafts,
           (select count(*)::int from web_message where message ->> 'text' = 'x') as messages`,
      )
    ).rows[0];
  await step('hour');
  expect(await left()).toEqual({ drafts: 1, messages: 1 });
  await step('day');
  expect(await left()).toEqual({ drafts: 0, messages: 1 });
  for (let due = 0; due < 4; due++) await step('due');
  expect(await left()).toEqual({ drafts: 0, messages: 1 });
});

it('two quick steps of the clock postpone nudges to the morning, the next sends them', async () => {
  const { app, step } = await rehearsal();
  const statuses = async () => {
    const { rows } = await app.house.db.pool.query<{ status: string; n: number }>(
      'select status, count(*) as n from delivery group by status',
    );
    return Object.fromEntries(rows.map((row) => [row.status, row.n]));
  };
  // 24/8 08:00, and at once 25/8 00:00: outside the hours of the plan.
  const both = await Promise.all([step('due'), step('due')]);
  expect(both.map((response) => response.status)).toEqual([200, 200]);
  await step('day');
  for (let hour = 0; hour < 9; hour++) await step('hour');
  // Jobs send the messages in the background.
  await settledIn(app.house.db.pool, () => 0)();
  const seen = await statuses();
  expect(seen.pending ?? 0).toBe(0);
  expect(seen.sent).toBeGreaterThanOrEqual(3);
});

it('a day’s step brings the morning line on working days, to managers on Monday', async () => {
  const database = await freshDatabase({ poolSize: 2 });
  const dataDir = await mkdtemp(join(tmpdir(), 'dht-clock-'));
  const config = readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: '0' });
  const app = await startApp({ config, log: createLog('silent') });
  try {
    const told: string[] = [];
    const settled = settledIn(app.house.db.pool, () => 0);
    // From Wednesday 18/8, 08:00: nothing waits until the list is overdue on Wednesday 25/8.
    for (let day = 0; day < 13; day++) {
      const response = await fetch(`${app.url}/api/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: app.url },
        body: JSON.stringify({ step: 'day' }),
      });
      expect(response.status).toBe(200);
      // A line that is sent only on the next day says what waits then.
      await settled();
    }
    const pending = () => app.house.db.prisma.delivery.count({ where: { status: 'pending' } });
    await expect.poll(pending, { timeout: 60_000 }).toBe(0);
    const { rows } = await app.house.db.pool.query<{ name: string; key: string; status: string }>(
      `select p.name, d.key, d.status from delivery d join person p on p.id = d.person_id
       where d.kind = 'morning-line' order by d.id`,
    );
    for (const { name, key, status } of rows) told.push(`${key.split(':')[1]} ${name} ${status}`);
    expect(told.filter((line) => line.endsWith('sent'))).toEqual([
      ...['25', '26', '27', '30', '31'].flatMap((day) => [
        `2021-08-${day} Trần Thị Hạnh sent`,
        ...(day === '30' ? ['2021-08-30 Đinh Văn Thọ sent'] : []),
      ]),
    ]);
    expect(told.filter((line) => line.endsWith('dropped'))).toEqual([
      '2021-08-19 Trần Thị Hạnh dropped',
      '2021-08-20 Trần Thị Hạnh dropped',
      '2021-08-23 Trần Thị Hạnh dropped',
      '2021-08-23 Đinh Văn Thọ dropped',
      '2021-08-24 Trần Thị Hạnh dropped',
    ]);
  } finally {
    await app.stop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
