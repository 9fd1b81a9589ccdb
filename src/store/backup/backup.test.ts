import { createHash, randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import pino from 'pino';
import { extract, pack } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBucket } from '../../../tests/support/bucket.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { prepareJobs } from '../../jobs/runner.ts';
import { type FileStore, openFiles } from '../files.ts';
import { migrate } from '../migrate.ts';
import { readMigrations } from '../migration-folder.ts';
import { makeBackup } from './make-backup.ts';
import { removeNoted, withSafeRemovals } from './removals.ts';
import { restoreBackup } from './restore-backup.ts';

const log = pino({ level: 'silent' });
const at = new Date('2021-08-18T01:00:00Z');
const passphrase = 'một câu thật dài để giữ kín';

let place: string;
let database: TestDatabase;
let files: FileStore;
const afterwards: (() => unknown)[] = [];
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'dht-backup-'));
  database = await freshDatabase({ poolSize: 8 });
  files = withSafeRemovals(openFiles({ dataDir: join(place, 'source') }), database.pool);
  await fill(database.pool, files);
});
afterEach(async () => {
  for (const undo of afterwards.splice(0).reverse()) await undo();
  await database.drop();
  await rm(place, { recursive: true, force: true });
});

const awkward = ['tab\there', 'line\nbreak', 'back\\slash \\N', '{"a": "b"}', 'Đak Đoa “ế” 😀', '', '\\.'];

/**
 * Adds rows of many kinds, files of many sizes (one of several parts) and waiting
 * jobs.
 */
async function fill(pool: pg.Pool, store: FileStore): Promise<void> {
  await pool.query(`insert into setting (key, value) values ('mode', '"production"')`);
  await pool.query(
    `insert into unit (office_id, code, name, short, position, created_at)
     select 1, 'U' || n, 'Xã ' || n, 'X' || n, n, now() from generate_series(1, 50) n`,
  );
  for (const text of awkward)
    await pool.query('insert into person (name, created_at) values ($1, now())', [text]);
  await pool.query('insert into person (name, created_at) values (null, now())');
  await pool.query(
    `insert into inbox_update (channel, update_key, chat_key, payload)
     select 'web', n::text, 'web:' || n, jsonb_build_object('text', repeat('x', 1000), 'n', n) from generate_series(1, 3000) n`,
  );
  await pool.query('delete from unit where id > 45');
  await pool.query(
    `insert into draft (id, form, chat_key, opened_by, created_at, updated_at)
     values (1000, 'register', 'web:1', 'web:1', now(), now())`,
  );
  for (const [at, size] of [1, 2, 70_000, 3_000_000].entries())
    await attach(pool, store, `a${at}`, randomBytes(size));
  await pool.query(
    `select graphile_worker.add_job('chat', '{"key": "c1"}', job_key => 'chat:c1', run_at => '2030-01-01', max_attempts => 7),
            graphile_worker.add_job('deliver', '{"id": 5}', queue_name => 'q', priority => 3)`,
  );
}

async function attach(pool: pg.Pool, store: FileStore, name: string, content: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const key = `attachments/${sha256.slice(0, 2)}/${sha256}.pdf`;
  await store.put(key, content);
  await pool.query(
    `insert into attachment (draft_id, name, mime, size, sha256, storage_key, update_key, uploaded_at)
     values (1000, $1, 'application/pdf', $2, $3, $4, $5, now())`,
    [name, content.length, sha256, key, crypto.randomUUID()],
  );
  return key;
}

/** Reads every row of every table as text, and the value of every sequence. */
async function contentsOf(
  query: (sql: string) => Promise<pg.QueryResult>,
): Promise<Record<string, string[]>> {
  const tables = await query(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     and relname not in ('backup', 'removed_file', 'send_lease') order by relname`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await query(`select t::text as row from "${name}" t order by 1`);
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

async function sequencesOf(query: (sql: string) => Promise<pg.QueryResult>): Promise<string[]> {
  const { rows } = await query(
    `select sequencename || ' ' || coalesce(last_value::text, 'none') as state from pg_sequences
     where schemaname = 'public' and sequencename <> 'backup_id_seq' order by 1`,
  );
  return rows.map(({ state }) => state);
}

async function jobsOf(query: (sql: string) => Promise<pg.QueryResult>): Promise<object[]> {
  const { rows } = await query(
    `select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority, j.attempts
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by t.identifier`,
  );
  return rows;
}

const make = (path: string, more: Partial<Parameters<typeof makeBackup>[0]> = {}) =>
  makeBackup({ url: database.url, files, path, version: '0.1.0', at, ...more });

/** Restores into a new database of the run and a new folder. */
async function restored(
  path: string,
  more: { passphrase?: string; dataDir?: string; url?: string; filesUrl?: string } = {},
) {
  const target = more.url ? undefined : await emptyDatabase();
  if (target) afterwards.push(target.drop);
  const databaseUrl = more.url ?? target?.url ?? '';
  const dataDir = more.dataDir ?? (await mkdtemp(join(place, 'target-')));
  const result = await restoreBackup({
    path,
    passphrase: more.passphrase,
    dataDir,
    databaseUrl,
    filesUrl: more.filesUrl,
    log,
    prepareJobs: (url) => prepareJobs(url, log),
  });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  afterwards.push(() => client.end());
  return {
    ...result,
    query: (sql: string) => client.query(sql),
    files: openFiles({ dataDir, filesUrl: more.filesUrl }),
    databaseUrl,
    dataDir,
  };
}

const query = (sql: string) => database.pool.query(sql);

describe.each([
  ['open', undefined],
  ['encrypted', passphrase],
])('a backup, %s,', (_how, secret) => {
  it('brings back every row, sequence, waiting job and file', async () => {
    const path = join(place, 'b');
    const made = await make(path, { passphrase: secret });
    expect(made.bytes).toBe((await stat(path)).size);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const back = await restored(path, secret ? { passphrase: secret } : {});
    expect(await contentsOf(back.query)).toEqual(await contentsOf(query));
    expect(await sequencesOf(back.query)).toEqual(await sequencesOf(query));
    expect(await jobsOf(back.query)).toEqual(await jobsOf(query));
    expect((await back.query('select count(*) as n from pg_constraint where contype = $$f$$')).rows).toEqual(
      (await query('select count(*)::text as n from pg_constraint where contype = $$f$$')).rows,
    );
    const { rows } = await query('select storage_key as key from attachment');
    expect(rows).toHaveLength(4);
    for (const { key } of rows) {
      expect((await buffer(await back.files.get(key))).equals(await buffer(await files.get(key)))).toBe(true);
    }
    expect(await readdir(place)).not.toContainEqual(expect.stringContaining('unfinished'));
  });

  it('that was cut short at any point is refused in one line; nothing is changed', async () => {
    const path = join(place, 'b');
    const { bytes } = await make(path, { passphrase: secret });
    const target = await emptyDatabase();
    afterwards.push(target.drop);
    const dataDir = join(place, 'untouched');
    for (const length of [bytes - 1, bytes - 16, bytes - 65_552, Math.floor(bytes / 2), 60, 12]) {
      const cut = join(place, 'cut');
      await copyFile(path, cut);
      await truncate(cut, length);
      await expect(
        restored(cut, { ...(secret ? { passphrase: secret } : {}), url: target.url, dataDir }),
      ).rejects.toThrow(/^\S*cut is (cut short|damaged|no backup)[^\n]*$/);
    }
    const { rows } = await (await clientOf(target.url)).query(
      `select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    expect(rows).toEqual([]);
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
  });

  it('in which one byte was changed is refused', async () => {
    const path = join(place, 'b');
    const { bytes } = await make(path, { passphrase: secret });
    const whole = await readFile(path);
    for (const place_ of [20, 40, 200, Math.floor(bytes / 2), bytes - 5]) {
      const bad = Buffer.from(whole);
      bad[place_] = (bad[place_] ?? 0) ^ 0x10;
      const damaged = join(place, 'damaged');
      await writeFile(damaged, bad);
      await expect(restored(damaged, secret ? { passphrase: secret } : {})).rejects.toThrow(/^[^\n]{20,}$/);
    }
  });
});

async function clientOf(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  afterwards.push(() => client.end());
  return client;
}

describe('a backup made while people work', () => {
  it('is of one moment: rows, and every file that they name', async () => {
    const path = join(place, 'b');
    const witness = await clientOf(database.url);
    const doomed = await attach(database.pool, files, 'doomed', Buffer.from('thrown away meanwhile'));
    let stop = false;
    const written: Promise<void>[] = [];
    const write = async (writer: number) => {
      for (let n = 0; !stop; n++) {
        const key = await attach(database.pool, files, `w${writer}-${n}`, randomBytes(2000));
        await query(`insert into person (name, created_at) values ('w${writer}-${n}', now())`);
        await query(`update unit set name = 'Xã ${writer}-${n}' where id = ${(n % 45) + 1}`);
        if (n % 3 === 0) {
          await query(`delete from attachment where storage_key = '${key}'`);
          await files.remove(key);
        }
      }
    };
    const made = await make(path, {
      onSnapshot: async (snapshot) => {
        await witness.query('begin isolation level repeatable read read only');
        await witness.query(`set transaction snapshot '${snapshot}'`);
        for (const writer of [1, 2, 3, 4]) written.push(write(writer));
        await query(`delete from attachment where storage_key = '${doomed}'`);
        await files.remove(doomed);
      },
    });
    stop = true;
    await Promise.all(written);
    expect(made.end.missing).toBe(0);
    // Files removed during the backup are still kept, and go once it has ended.
    expect((await buffer(await files.get(doomed))).toString()).toBe('thrown away meanwhile');
    expect(await removeNoted(files, database.pool)).toBeGreaterThan(0);
    await expect(files.get(doomed)).rejects.toThrow('no file under');

    const then = await contentsOf((sql) => witness.query(sql));
    const back = await restored(path);
    expect(await contentsOf(back.query)).toEqual(then);
    for (const { storage_key: key, sha256 } of (
      await witness.query('select storage_key, sha256 from attachment')
    ).rows) {
      const content = await buffer(await back.files.get(key));
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
    expect((await query('select count(*) as n from person')).rows[0].n).toBeGreaterThan(
      then.person?.length ?? 0,
    );
    // New rows get numbers that no restored row has.
    await back.query(`insert into person (name, created_at) values ('next', now())`);
  });

  it('keeps a file that was noted for removal when a row names it again', async () => {
    const content = Buffer.from('handed in again');
    const key = await attach(database.pool, files, 'first', content);
    await make(join(place, 'b'), {
      onSnapshot: async () => {
        await query(`delete from attachment where storage_key = '${key}'`);
        await files.remove(key);
        await attach(database.pool, files, 'second', content);
      },
    });
    expect(await removeNoted(files, database.pool)).toBe(0);
    expect((await buffer(await files.get(key))).equals(content)).toBe(true);
  });

  it('is the only one: a second, or one with a taken name, is refused before reading', async () => {
    let second: unknown;
    await make(join(place, 'a'), {
      onSnapshot: async () => {
        second = await make(join(place, 'b')).catch((error) => error);
      },
    });
    expect(second).toMatchObject({ name: 'BackupError', message: expect.stringContaining('another backup') });
    await expect(make(join(place, 'a'))).rejects.toThrow('is there already');
    await expect(make(join(place, 'no-folder', 'a'))).rejects.toThrow('is no folder');
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const breaking = new AbortController();
    await expect(
      make(join(place, 'a'), { signal: breaking.signal, onSnapshot: async () => breaking.abort() }),
    ).rejects.toThrow();
    expect((await readdir(place)).filter((name) => name.startsWith('a'))).toEqual([]);
  });

  it('counts files that the store has lost, and continues', async () => {
    const key = await attach(database.pool, files, 'lost', Buffer.from('lost bytes'));
    await files.remove(key);
    expect((await make(join(place, 'a'))).end).toMatchObject({ missing: 1, files: 4 });
  });
});

/** The backup with a changed header. */
async function withHeader(path: string, change: (header: Record<string, unknown>) => void): Promise<string> {
  const unpacked = extract();
  unpacked.end(gunzipSync(await readFile(path)));
  const again = pack();
  for await (const entry of unpacked) {
    const content = await buffer(entry);
    const { name } = entry.header;
    if (name !== 'header.json') again.entry({ name }, content);
    else {
      const header = JSON.parse(content.toString());
      change(header);
      again.entry({ name }, JSON.stringify(header));
    }
  }
  again.finalize();
  const changed = join(place, 'changed');
  await writeFile(changed, gzipSync(await buffer(again)));
  return changed;
}

describe('files in a bucket', () => {
  it('come back into another bucket; one with content is refused', async () => {
    const bucket = await startBucket();
    afterwards.push(bucket.close);
    const filesUrl = (prefix: string) => `s3://ka:hush@${bucket.host}/papers/${prefix}?tls=off`;
    files = withSafeRemovals(openFiles({ dataDir: place, filesUrl: filesUrl('old') }), database.pool);
    await query('truncate attachment, submission_file, report_file');
    const keys = [
      await attach(database.pool, files, 'a', randomBytes(200_000)),
      await attach(database.pool, files, 'b', randomBytes(10)),
    ];
    const made = await make(join(place, 'b'), { passphrase });
    expect(made.end).toMatchObject({ files: 2, missing: 0 });
    const back = await restored(join(place, 'b'), { passphrase, filesUrl: filesUrl('new') });
    for (const key of keys) {
      const old = bucket.objects.get(`/papers/old/${key}`);
      expect(old?.length).toBeGreaterThan(9);
      expect(bucket.objects.get(`/papers/new/${key}`)).toEqual(old);
    }
    expect(await back.files.isEmpty()).toBe(false);
    await expect(restored(join(place, 'b'), { passphrase, filesUrl: filesUrl('old') })).rejects.toThrow(
      /^FILES_URL: the bucket holds files already/,
    );
  });
});

describe('a restore', () => {
  it('brings histories back with what was erased from them, and guards them as before', async () => {
    await query(
      `insert into account (id, channel, external_id, chat_id, created_at) values (1, 'zalo', '1', 1, now())`,
    );
    await query(
      `insert into person_change (id, person_id, at, by_id, channel, action, reason, account_id, before, after)
       select n, 1, now(), 1, 'web', 'account_removed', 'Máy đã bị mất', 1, '{"channel": "zalo"}', '{}' from generate_series(1, 3) n`,
    );
    await query(
      `select erase_from_history('person_change', 2, '{reason,before.channel}', 'request.person', now())`,
    );
    await make(join(place, 'h'));
    const back = await restored(join(place, 'h'));
    const lines = 'select to_jsonb(c) as line from person_change c order by id';
    const { rows } = await back.query(lines);
    expect(rows).toEqual((await query(lines)).rows);
    expect(rows.map(({ line }) => line.erased)).toEqual([false, true, false]);
    const records = 'select to_jsonb(e) as record from history_erasure e';
    expect((await back.query(records)).rows).toEqual((await query(records)).rows);
    for (const sql of ["update person_change set reason = 'Lý do khác hẳn'", 'delete from history_erasure']) {
      await expect(back.query(sql)).rejects.toThrow('append-only');
    }
    await back.query(
      `select erase_from_history('person_change', 3, '{account_id}', 'request.person', now())`,
    );
    const left = await back.query('select id from person_change where account_id is null');
    expect(left.rows).toEqual([{ id: 3 }]);
  });

  it('brings the tables of an earlier release up to this one', async () => {
    // As made by a release without backups.
    const older = await emptyDatabase();
    afterwards.push(older.drop);
    const first = (await readMigrations()).slice(0, 2).map(({ name }) => name);
    await migrate({ url: older.url, log, only: first });
    const client = await clientOf(older.url);
    await client.query(
      `insert into unit (code, name, short, kind, position, created_at) values ('OLD', 'Cũ', 'C', 'commune', 1, now())`,
    );
    const made = await make(join(place, 'old'), { url: older.url, version: '0.0.9' });
    expect(made.header.migrations).toEqual(first);
    const back = await restored(join(place, 'old'));
    expect((await back.query('select code from unit')).rows).toEqual([{ code: 'OLD' }]);
    expect((await back.query('select migration_name from _prisma_migrations')).rows).toHaveLength(
      (await readMigrations()).length,
    );
  });

  const refused: [what: string, file: () => Promise<string>, line: RegExp, secret?: string][] = [
    ['a file that is not there', async () => join(place, 'none'), /none cannot be read \(ENOENT\)$/],
    ['a folder', async () => place, /is not a file/],
    ['an empty file', async () => write('empty', ''), /empty is no backup of this program$/],
    [
      'a picture',
      async () => write('p.png', Buffer.from([0x89, 0x50, 0x4e, 0x47])),
      /is no backup of this program$/,
    ],
    [
      'gzip of something else',
      async () => write('x.gz', gzipSync('hello'.repeat(500))),
      /x.gz is (no backup|cut short)/,
    ],
    [
      'a tar file of something else',
      async () => {
        const other = pack();
        other.entry({ name: 'readme.txt' }, 'hello');
        other.finalize();
        return write('x.tar.gz', gzipSync(await buffer(other)));
      },
      /is no backup of this program$/,
    ],
    [
      'an encrypted one without a passphrase',
      async () => (await make(join(place, 's'), { passphrase })).path,
      /s is encrypted: set BACKUP_PASSPHRASE/,
    ],
    [
      'an encrypted one with another passphrase',
      async () => (await make(join(place, 's'), { passphrase })).path,
      /^BACKUP_PASSPHRASE is not the passphrase/,
      'something else altogether',
    ],
    [
      'one of a newer release',
      async () =>
        withHeader((await make(join(place, 'n'))).path, (header) => {
          header.migrations = ['20990101000000_future'];
          header.version = '9.9.9';
        }),
      /was made by a newer release \(9.9.9\): update the program first$/,
    ],
    [
      'one of a newer format',
      async () =>
        withHeader((await make(join(place, 'n'))).path, (header) => {
          header.format = 2;
          delete header.tables;
        }),
      /was made by a newer release \(format 2\)/,
    ],
  ];
  it.each(refused)(
    'of %s is refused in one line, and nothing is touched',
    async (_what, file, line, secret) => {
      const dataDir = join(place, 'never');
      await expect(
        restored(await file(), { dataDir, ...(secret ? { passphrase: secret } : {}) }),
      ).rejects.toThrow(line);
      await expect(stat(dataDir)).rejects.toThrow('ENOENT');
    },
  );

  it('into a place with content is refused in one line', async () => {
    const { path } = await make(join(place, 'b'));
    await expect(restored(path, { url: database.url })).rejects.toThrow(
      /^DATABASE_URL: the database holds tables/,
    );
    const dataDir = await mkdtemp(join(place, 'used-'));
    await openFiles({ dataDir }).put('attachments/aa/old.pdf', Buffer.from('old'));
    await expect(restored(path, { dataDir })).rejects.toThrow(/^DATA_DIR: \S+ holds files already/);
  });

  it('that fails half way leaves no row and no file', async () => {
    // Sequences are set last, after all rows and files: a missing one makes the restore fail.
    const { path } = await make(join(place, 'b'));
    const changed = await withHeader(path, (header) => {
      header.sequences = [{ name: 'no_such_sequence', value: '1', called: true }];
    });
    const target = await emptyDatabase();
    afterwards.push(target.drop);
    const dataDir = await mkdtemp(join(place, 'half-'));
    await expect(restored(changed, { url: target.url, dataDir })).rejects.toThrow(
      /^the restore failed and nothing was left behind/,
    );
    const client = await clientOf(target.url);
    expect(
      (
        await client.query(
          `select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')`,
        )
      ).rows,
    ).toEqual([]);
    expect(await openFiles({ dataDir }).isEmpty()).toBe(true);
    // The place is empty again: a good file can be restored.
    await restored(path, { url: target.url, dataDir });
  });
});

async function write(name: string, content: string | Buffer): Promise<string> {
  await writeFile(join(place, name), content);
  return join(place, name);
}
