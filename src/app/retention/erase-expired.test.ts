import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { type MovableClock, realClock, stoppedClock } from '../../clock.ts';
import { type FileStore, openFiles } from '../../store/files.ts';
import { compareFiles } from './compare-files.ts';
import { type Erased, eraseExpired } from './erase-expired.ts';
import { eraseRows } from './erase-rows.ts';
import { retentionRules } from './rules.ts';
import { removeOldTempFiles } from './temp-files.ts';

const dayMs = 86_400_000;
const start = new Date('2021-08-18T08:00:00+07:00');
const log = pino({ level: 'silent' });

let db: TestDatabase;
let files: FileStore;
let folder: string;
let clock: MovableClock;
beforeEach(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'dht-retention-'));
  files = openFiles({ dataDir: folder });
  clock = stoppedClock(start);
});
afterEach(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

const erase = (more: { files?: FileStore; mode?: 'rehearsal' | 'production' } = {}) =>
  eraseExpired({ db, files, clock, log, mode: 'production', ...more });
const sql = async (text: string, values: unknown[] = []) => (await db.pool.query(text, values)).rows;
const count = async (from: string) => (await sql(`select count(*)::int as n from ${from}`))[0].n;
const put = (key: string) => files.put(key, Buffer.from(key));
const isThere = async (key: string) =>
  files.size(key).then(
    () => true,
    () => false,
  );

/** Columns that the database's clock writes: their rows are aged by changing them. */
const byDatabase = { inbox_update: 'settled_at', plain_chat: 'changed_at' };

async function pass(days: number): Promise<void> {
  clock.set(new Date(clock.now().getTime() + days * dayMs));
  for (const [table, column] of Object.entries(byDatabase)) {
    await sql(`update ${table} set ${column} = ${column} - make_interval(secs => $1)`, [days * 86_400]);
  }
  await sql(
    `update graphile_worker._private_jobs set updated_at = updated_at - make_interval(secs => $1),
       locked_at = locked_at - make_interval(secs => $1)`,
    [days * 86_400],
  );
}

/**
 * An office with a row of every kind, all written now. Returns for each kind how to count its rows,
 * and the day on which they are gone.
 */
async function everything(): Promise<[what: string, left: string, goneAfterDays: number | undefined][]> {
  await db.pool.query(
    `insert into unit (id, office_id, code, name, short, position, created_at) values (1, 1, 'GLAR', 'Xã Glar', 'Glar', 1, $1)`,
    [start],
  );
  await db.pool.query(
    `insert into person (id, name, phone, created_at) values (1, 'Nguyễn Văn A', '0905', $1)`,
    [start],
  );
  await db.pool.query(
    `insert into account (channel, external_id, chat_id, person_id, last_used_at, created_at) values
       ('telegram', '11', 11, 1, $1, $1), ('telegram', '12', 12, null, $1, $1), ('web', '500', 500, 1, $1, $1), ('web', '501', 501, 1, $1, $1)`,
    [start],
  );
  await db.pool.query(
    `insert into person_change (person_id, at, by_id, channel, action, reason, account_id, before, after)
     select 1, $1, 1, 'web', 'account_removed', 'Máy đã bị mất', id, '{}', '{}' from account`,
    [start],
  );
  await db.pool.query(
    `insert into draft (id, form, person_id, chat_key, state, answers, opened_by, created_at, updated_at) values
       (1, 'register', 1, 'telegram:11', 'open', '{"name": "open"}', 'u1', $1, $1),
       (2, 'register', 1, 'telegram:11', 'discarded', '{"name": "discarded"}', 'u2', $1, $1),
       (3, 'register', 1, 'telegram:11', 'done', '{"name": "done"}', 'u3', $1, $1),
       (4, 'join', null, 'telegram:12', 'open', '{"name": "stranger"}', 'u4', $1, $1)`,
    [start],
  );
  await db.pool.query(
    `insert into exemplar (id, code, unit_id, year, subject, category, name, search_name, place, difficult_area, direct_labour,
       summary, impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id, decided_at)
     values (1, 'GLAR-2021-001', 1, 2021, 'collective', 'community', 'Làng', 'lang', 'Làng', false, false, 't', 'h', '2021-08-01',
       'rejected', 1, $1, 1, $1)`,
    [start],
  );
  await db.pool.query(
    `insert into exemplar_change (exemplar_id, at, person_id, channel, action) values (1, $1, 1, 'telegram', 'submit')`,
    [start],
  );
  await db.pool.query(
    `insert into filing (id, plan_id, unit_id, duty, filed_at, filed_by_id, channel) values (1, 1, 1, 'implementationPlan', $1, 1, 'telegram')`,
    [start],
  );
  const attachments: [
    key: string,
    draft: number,
    exemplar: number | null,
    filing: number | null,
    removed: boolean,
  ][] = [
    ['of-open', 1, null, null, false],
    ['removed', 1, null, null, true],
    ['of-discarded', 2, null, null, false],
    ['not-handed-over', 3, null, null, false],
    ['of-exemplar', 3, 1, null, false],
    ['removed-of-exemplar', 3, 1, null, true],
    ['removed-of-submission', 3, 1, null, true],
    ['of-filing', 3, null, 1, false],
    ['older-version', 3, null, 1, true],
  ];
  for (const [key, draft, exemplar, filing, removed] of attachments) {
    await put(`attachments/aa/${key}`);
    await db.pool.query(
      `insert into attachment (draft_id, exemplar_id, filing_id, name, mime, size, sha256, storage_key, update_key, uploaded_at, removed_at)
       values ($1, $2, $3, $4, 'a/b', 1, repeat('a', 64), $5, $4, $6, $7)`,
      [draft, exemplar, filing, key, `attachments/aa/${key}`, start, removed ? start : null],
    );
  }
  await db.pool.query(
    `insert into submission_file (change_id, attachment_id)
     select c.id, a.id from exemplar_change c, attachment a where a.name = 'removed-of-submission'`,
  );
  await db.pool.query(
    `insert into inbox_update (channel, update_key, chat_key, payload, status, settled_at) values
       ('telegram', 'done', 'telegram:12', null, 'done', now()), ('telegram', 'failed', 'telegram:13', '{}', 'failed', now()),
       ('telegram', 'waits', 'telegram:14', '{}', 'pending', null)`,
  );
  await db.pool.query(
    `insert into chat (key, state) values ('telegram:11', '{}'), ('telegram:12', '{}'), ('telegram:13', '{}'), ('telegram:14', '{}')`,
  );
  await db.pool.query(
    `update chat set shown = '{"messageId": 1, "at": 1, "buttons": [], "before": [{"label": "a", "data": "b"}]}'
     where key = 'telegram:12'`,
  );
  await db.pool.query(
    `insert into plain_chat (channel, chat_id, menu, previous) values ('telegram', 11, '{}', '{}'), ('zalo', 77, '{}', '{}')`,
  );
  await db.pool.query(
    `insert into web_chat (chat_id, label, created_at) values (500, 'ended', $1), (501, 'alive', $1)`,
    [start],
  );
  await db.pool.query(
    `insert into web_session (key, chat_id, created_at, last_seen_at, ended_at) values ('a', 500, $1, $1, $1), ('b', 501, $1, $1, null)`,
    [start],
  );
  await db.pool.query(
    `insert into web_message (chat_id, from_bot, message, sent_at) values (500, true, '{}', $1), (501, true, '{}', $1)`,
    [start],
  );
  for (const [key, chat, received] of [
    ['report', 501, false],
    ['upload', 501, true],
    ['of-ended', 500, false],
  ]) {
    await put(`web/${key}`);
    await db.pool.query(
      `insert into chat_file (id, channel, chat_id, name, mime, size, storage_key, created_at, received)
       values ($1, 'web', $2, 'a', 'a/b', 1, $3, $4, $5)`,
      [key, chat, `web/${key}`, start, received],
    );
  }
  await put('links/photo');
  await db.pool.query(
    `insert into chat_file (id, channel, chat_id, name, mime, size, storage_key, created_at, received)
     values ('photo', 'zalo', 77, 'a', 'a/b', 1, 'links/photo', $1, true)`,
    [start],
  );
  await put('links/report');
  await db.pool.query(
    `insert into chat_file (id, channel, chat_id, name, mime, size, storage_key, created_at, expires_at)
     values ('l', 'zalo', 77, 'a', 'a/b', 1, 'links/report', $1, $2)`,
    [start, new Date(start.getTime() + 8 * dayMs)],
  );
  await db.pool.query(
    `insert into zalo_photo (id, chat_id, address, noted_at) values ('p', 77, 'https://x', $1)`,
    [start],
  );
  await db.pool.query(`insert into code_attempt (who, cause, at) values ('account:1', 'c', $1)`, [start]);
  await db.pool.query(
    `insert into invitation (code, role, unit_id, created_at, expires_at, used_at, used_by_id, withdrawn_at) values
       ('USED2345', 'liaison', 1, $1, $1, $1, 1, null), ('EXPR2345', 'liaison', 1, $1, $1, null, null, null),
       ('WTHD2345', 'liaison', 1, $1, $2, null, null, $1), ('OPEN2345', 'liaison', 1, $1, $2, null, null, null)`,
    [start, new Date(start.getTime() + 1000 * dayMs)],
  );
  await db.pool.query(
    `insert into delivery (id, key, person_id, kind, payload, status, created_at, settled_at) values
       (1, 'k1', 1, 'exemplar-return', '{"reason": "x"}', 'sent', $1, $1), (2, 'k2', 1, 'exemplar-return', '{"reason": "y"}', 'pending', $1, null)`,
    [start],
  );
  await db.pool.query(
    `insert into nudge (plan_id, duty, occurrence, unit_id, stage, offset_days, person_id, created_at, delivery_id)
       values (1, 'registration', '2021', 1, 'before-3', -3, 1, $1, 1)`,
    [start],
  );
  await db.pool.query('insert into snooze (delivery_id, remind_at) values (1, $1)', [start]);
  await db.pool.query(`select graphile_worker.add_job('chat', '{"key": "x"}', job_key => 'given-up')`);
  await db.pool.query(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'quotes' where key = 'given-up'`,
  );
  await db.pool.query(`select graphile_worker.add_job('chat', '{"key": "y"}', job_key => 'locked')`);
  await db.pool.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-dead' where key = 'locked'`,
  );

  return [
    ['an open draft', `draft where id = 1 and state = 'open'`, 365],
    ['an abandoned draft, answers and all', 'draft where id = 1', 366],
    ['a discarded draft', 'draft where id = 2', 1],
    ['a draft that was sent', 'draft where id = 3', 30],
    ["a stranger's draft", 'draft where id = 4', 31],
    ['a file of an open draft', `attachment where name = 'of-open'`, 366],
    ['a removed file', `attachment where name = 'removed'`, 1],
    ['a file of a discarded draft', `attachment where name = 'of-discarded'`, 1],
    ['a file that a sent draft left', `attachment where name = 'not-handed-over'`, 1],
    ["an exemplar's file", `attachment where name = 'of-exemplar'`, undefined],
    ['a file taken from an exemplar', `attachment where name = 'removed-of-exemplar'`, 1],
    ['a file of an earlier submission', `attachment where name = 'removed-of-submission'`, undefined],
    ["a filing's file", `attachment where name = 'of-filing'`, undefined],
    ["an older version of a filing's file", `attachment where name = 'older-version'`, undefined],
    ['an exemplar, rejected', 'exemplar', undefined],
    ['its history', 'exemplar_change', undefined],
    ['a filing', 'filing', undefined],
    ['a handled update', `inbox_update where update_key = 'done'`, 7],
    ['a failed update', `inbox_update where update_key = 'failed'`, 30],
    ['an update that waits', `inbox_update where update_key = 'waits'`, undefined],
    ['the log of a chat with an open form', `chat where key = 'telegram:11'`, 365],
    ['the log of a chat with a form of a stranger', `chat where key = 'telegram:12'`, 30],
    ['the log of a chat with a failed update', `chat where key = 'telegram:13'`, 30],
    ['the log of a chat in which an update waits', `chat where key = 'telegram:14'`, undefined],
    ['the buttons that newer ones replaced', `chat where shown -> 'before' <> '[]'`, 1],
    ['the menu before the last', 'plain_chat where previous is not null', 1],
    ['the menu of a chat with an open form', `plain_chat where chat_id = 11`, 365],
    ['the menu of an idle chat', `plain_chat where chat_id = 77`, 30],
    ['the page of a session that ended', 'web_message where chat_id = 500', 1],
    ['the session that ended', 'web_session where chat_id = 500', 1],
    ['its chat', 'web_chat where chat_id = 500', 1],
    ['its account', `account where external_id = '500'`, 1],
    ['its files', `chat_file where id = 'of-ended'`, 1],
    ['the page of a living session', 'web_message where chat_id = 501', 30],
    ['a living session', 'web_session where chat_id = 501 and ended_at is null', 180],
    ['a session that was not used, with its chat', 'web_chat where chat_id = 501', 181],
    ['a report in the web chat', `chat_file where id = 'report'`, 30],
    ['what was uploaded into the web chat', `chat_file where id = 'upload'`, 1],
    ['a report behind a link', `chat_file where id = 'l'`, 8],
    ['a photo sent on Zalo', `chat_file where id = 'photo'`, 1],
    ['a photo that never came', 'zalo_photo', 1],
    ['a wrong code', 'code_attempt', 1],
    ['a used invitation', `invitation where code = 'USED2345'`, undefined],
    ['an invitation that expired', `invitation where code = 'EXPR2345'`, 30],
    ['an invitation that was withdrawn', `invitation where code = 'WTHD2345'`, 30],
    ['an invitation that is open', `invitation where code = 'OPEN2345'`, undefined],
    ['the payload of a notice that was sent', `delivery where id = 1 and payload <> '{}'`, 30],
    ['the ledger line of it', 'delivery where id = 1', undefined],
    ['the payload of a notice that waits', `delivery where id = 2 and payload <> '{}'`, undefined],
    ['a nudge', 'nudge', undefined],
    ['a reminder that is past', 'snooze', 30],
    ['an account of a person', `account where external_id = '11'`, undefined],
    ['an account of a stranger', `account where external_id = '12'`, 180],
    [
      'the history of an account of a person',
      `person_change c join account a on a.id = c.account_id where a.person_id = 1 and a.channel = 'telegram'`,
      undefined,
    ],
    ['the history of accounts', 'person_change', undefined],
    ['a person', 'person', undefined],
    ['a job that was given up', `graphile_worker.jobs where key = 'given-up'`, 30],
    ['the lock of a dead worker', `graphile_worker.jobs where locked_by is not null`, 1],
  ];
}

/** The keys of the file store named by a row, and the existing ones. */
async function keysAndBytes(): Promise<{ named: string[]; stored: string[] }> {
  const named = await sql(
    `select storage_key as key from attachment union select storage_key from chat_file order by 1`,
  );
  const stored: string[] = [];
  for (const top of ['attachments', 'web', 'links'])
    for await (const key of files.list(top)) stored.push(key);
  return { named: named.map(({ key }) => key), stored: stored.sort() };
}

describe('an office over time', () => {
  it('loses on each day the rows that expire by then, and no others, with their bytes', async () => {
    const kinds = await everything();
    const days = [0, 1, 6.9, 7.1, 8.1, 29.9, 30.1, 31.2, 40, 179.9, 180.1, 181.2, 364.9, 365.1, 366.2, 400];
    let today = 0;
    for (const day of days) {
      await pass(day - today);
      today = day;
      await erase();
      // Expired rows are gone with the next run, and one more run finds nothing.
      const left: string[] = [];
      for (const [what, from] of kinds) if ((await count(from)) > 0) left.push(what);
      const expected = kinds.filter(([, , gone]) => gone === undefined || day < gone).map(([what]) => what);
      expect(left, `after ${day} days`).toEqual(expected);
      expect(await erase(), `once more after ${day} days`).toEqual({});
      const { named, stored } = await keysAndBytes();
      expect(stored, `bytes after ${day} days`).toEqual(named);
    }
  });

  it('keeps its chats in a rehearsal, whose clock jumps, and erases the rest', async () => {
    await everything();
    await pass(40);
    const erased = await erase({ mode: 'rehearsal' });
    expect(await count('web_message where chat_id = 501')).toBe(1);
    expect(erased).toMatchObject({ 'draft.discarded': 1, 'chat_file.sent': 2, 'inbox_update.failed': 1 });
  });

  it('keeps a file for an update that has not been handled yet', async () => {
    await everything();
    await sql(`update inbox_update set channel = 'web', chat_key = 'web:501' where status = 'pending'`);
    await pass(1);
    await erase();
    expect(await count(`chat_file where id = 'upload'`)).toBe(1);
    await sql(
      `update inbox_update set status = 'done', payload = null, settled_at = now() where status = 'pending'`,
    );
    await erase();
    expect(await count(`chat_file where id = 'upload'`)).toBe(0);
  });
});

describe('an account that is erased', () => {
  it.each([
    ['telegram', '12', 181, 'account.stranger'],
    ['web', '500', 1, 'account.signed-out'],
    ['web', '501', 182, 'account.signed-out'],
  ])(
    'leaves its history, which loses the pointer on record: %s %s',
    async (channel, externalId, days, rule) => {
      await everything();
      const [account] = await sql('select id from account where channel = $1 and external_id = $2', [
        channel,
        externalId,
      ]);
      const [line] = await sql('select * from person_change where account_id = $1', [account.id]);
      await pass(days - 1.5);
      await erase();
      await pass(1.5);
      await erase();
      expect(await count(`account where id = ${account.id}`)).toBe(0);
      const after = await sql('select * from person_change where id = $1', [line.id]);
      expect(after).toEqual([{ ...line, account_id: null, erased: true }]);
      const records = await sql(`select parts, rule, by_id from history_erasure where change_id = $1`, [
        line.id,
      ]);
      expect(records).toEqual([{ parts: ['account_id'], rule, by_id: null }]);
    },
  );

  it('is erased in batches, however many rows point at it', async () => {
    await sql(
      `insert into account (channel, external_id, chat_id, created_at) select 'telegram', n::text, n, $1 from generate_series(1, 2500) n`,
      [start],
    );
    await sql(`insert into person (id, created_at) values (1, $1)`, [start]);
    await sql(
      `insert into person_change (person_id, at, by_id, channel, action, reason, account_id)
       select 1, $1, 1, 'web', 'account_removed', 'Máy đã bị mất', a.id from account a, generate_series(1, 2) where a.chat_id <= 1500`,
      [start],
    );
    await pass(181);
    expect(await erase()).toMatchObject({ 'account.stranger': 2500 });
    expect(await count('history_erasure')).toBe(3000);
    expect(await count('person_change where account_id is not null')).toBe(0);
  });
});

describe('a run that is killed', () => {
  /** A store whose process dies right after the bytes of one file are removed. */
  const dying = (): FileStore => ({
    ...files,
    remove: async (key) => {
      await files.remove(key);
      throw new Error('killed');
    },
  });

  it('between bytes and row leaves the row, and the next run completes it', async () => {
    await everything();
    await pass(1);
    const before = await count('attachment');
    const erased: Erased = (await erase({ files: dying() })) ?? {};
    expect(Object.keys(erased).filter((name) => name.startsWith('attachment'))).toEqual([]);
    // The draft has to wait for its file: without it the bytes would never be removed.
    expect(await count('draft where id = 2')).toBe(1);
    expect(await count('attachment')).toBe(before);
    const bytes = await Promise.all(
      ['of-discarded', 'not-handed-over'].map((key) => isThere(`attachments/aa/${key}`)),
    );
    expect(bytes).toContain(false);
    await erase();
    expect(await count('draft where id = 2')).toBe(0);
    expect(await count('attachment')).toBe(before - 4);
    const { named, stored } = await keysAndBytes();
    expect(stored).toEqual(named);
  });

  it('between bytes and row of a new file leaves bytes, which are gone a day later', async () => {
    await put('attachments/ab/nobodys');
    await put('web/nobodys');
    await put('links/on-its-way');
    const long = new Date(realClock.now().getTime() - 25 * 3_600_000);
    for (const key of ['attachments/ab/nobodys', 'web/nobodys']) {
      await utimes(join(folder, 'files', key), long, long);
    }
    expect(await erase()).toEqual({ 'files.without-row': 2 });
    expect((await keysAndBytes()).stored).toEqual(['links/on-its-way']);
    // Compared once a day: later bytes wait for the next comparison.
    expect(await erase()).toEqual({});
  });

  it('removes rows of a chat without bytes, and names attachments that lost theirs', async () => {
    await everything();
    for (const key of ['attachments/aa/of-exemplar', 'web/report', 'links/report']) await files.remove(key);
    const client = await db.pool.connect();
    const found = await compareFiles({ files, log }, client);
    client.release();
    const [{ id }] = await sql(`select id from attachment where name = 'of-exemplar'`);
    expect(found).toEqual({ orphans: 0, emptyRows: 2, lost: [id] });
    expect(await sql('select id from chat_file order by id')).toEqual([
      { id: 'of-ended' },
      { id: 'photo' },
      { id: 'upload' },
    ]);
    expect(await count('attachment')).toBe(9);
  });
});

describe('erasing', () => {
  it('is done by one instance at a time', async () => {
    await everything();
    await pass(1);
    const runs = await Promise.all([erase(), erase(), erase()]);
    // One that begins after the end of the first may run too, and finds nothing left.
    const erased = runs.filter((run) => run !== undefined && Object.keys(run).length > 0);
    expect(erased).toHaveLength(1);
    expect(erased[0]).toMatchObject({ 'draft.discarded': 1 });
  });

  it('erases many rows in batches, and begins no other once the app stops', async () => {
    await sql(
      `insert into draft (form, person_id, chat_key, state, opened_by, created_at, updated_at)
       select 'register', null, 'web:1', 'discarded', 'u' || n, $1, $1 from generate_series(1, 3500) n`,
      [start],
    );
    await pass(1);
    const rule = retentionRules.find(({ name }) => name === 'draft.discarded');
    if (!rule || 'run' in rule) throw new Error('there is no such rule');
    const instants = { before: new Date(start.getTime() + 1), now: clock.now() };
    let asked = 0;
    expect(await eraseRows({ db, files }, rule, instants, () => asked++ < 2)).toBe(2000);
    expect(await count('draft')).toBe(1500);
    await erase();
    expect(await count('draft')).toBe(0);
  });

  it('keeps bytes that another row still names', async () => {
    await everything();
    // Release 0.1.0 gave the same content the same key.
    await sql(`update attachment set storage_key = 'attachments/aa/of-exemplar' where name = 'of-discarded'`);
    await files.remove('attachments/aa/of-discarded');
    await pass(1);
    await erase();
    expect(await count(`attachment where name = 'of-discarded'`)).toBe(0);
    expect(await isThere('attachments/aa/of-exemplar')).toBe(true);
  });

  it('removes the JPEG of a HEIC photo together with the photo, not before', async () => {
    await everything();
    const photos = { 'of-discarded': 'attachments/aa/a.heic', 'of-exemplar': 'attachments/aa/b.heic' };
    const long = new Date(realClock.now().getTime() - 25 * 3_600_000);
    for (const [name, key] of Object.entries(photos)) {
      await files.remove(`attachments/aa/${name}`);
      for (const one of [key, `${key}.jpg`]) {
        await put(one);
        await utimes(join(folder, 'files', one), long, long);
      }
      await sql('update attachment set storage_key = $1 where name = $2', [key, name]);
    }
    await pass(1);
    await erase();
    expect(await isThere('attachments/aa/a.heic.jpg')).toBe(false);
    expect(await isThere('attachments/aa/a.heic')).toBe(false);
    expect(await isThere('attachments/aa/b.heic.jpg')).toBe(true);
    expect(await isThere('attachments/aa/b.heic')).toBe(true);
  });

  it('continues with the other rules when one fails', async () => {
    await everything();
    await pass(31);
    await sql('alter table zalo_photo rename to zalo_photo_gone');
    expect(await erase()).toMatchObject({ 'draft.discarded': 1, 'inbox_update.failed': 1, 'snooze.past': 1 });
    await sql('alter table zalo_photo_gone rename to zalo_photo');
    expect(await erase()).toMatchObject({ 'zalo_photo.not-fetched': 1 });
  });

  it('removes temporary files of a killed process a day later, and none in use', async () => {
    const folders = [join(folder, 'tmp'), files.unfinished ?? ''];
    const long = new Date(realClock.now().getTime() - 25 * 3_600_000);
    for (const one of folders) {
      await mkdir(one, { recursive: true });
      for (const name of ['old', 'new']) await writeFile(join(one, name), 'x');
      await utimes(join(one, 'old'), long, long);
    }
    expect(await removeOldTempFiles(folders)).toBe(2);
    for (const one of folders) expect(await readdir(one)).toEqual(['new']);
    expect(await removeOldTempFiles([...folders, join(folder, 'not-there')])).toBe(0);
  });
});
