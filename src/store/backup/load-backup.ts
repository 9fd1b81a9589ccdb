import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { FileStore } from '../files.ts';
import { poolConfig } from '../pool-config.ts';
import { type BackupHeader, jobColumns, quoteName } from './contents.ts';
import { readEntries } from './read-backup.ts';

/**
 * Loads a verified backup into empty tables and an empty file store. All rows are one transaction,
 * which ends after the last file. Foreign keys are dropped for the load, then restored and checked;
 * triggers do not run.
 */
export async function loadBackup(options: {
  path: string;
  passphrase: string | undefined;
  header: BackupHeader;
  url: string;
  files: FileStore;
}): Promise<void> {
  const { path, passphrase, header, url, files } = options;
  const client = new pg.Client({ ...poolConfig(url), application_name: 'dien-hinh restore' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`,
    );
    const names = header.tables.map(({ name }) => quoteName(name));
    const foreignKeys = await dropForeignKeys(client);
    for (const name of names) await client.query(`alter table ${name} disable trigger user`);
    // Migrations may have added rows of their own.
    if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
    await client.query(waitingJobs);
    await loadEntries(client, readEntries(path, passphrase), header, files);
    for (const { name, value, called } of header.sequences) {
      await client.query('select setval($1::regclass, $2, $3)', [quoteName(name), value, called]);
    }
    await client.query(addJobs);
    for (const name of names) await client.query(`alter table ${name} enable trigger user`);
    for (const sql of foreignKeys) await client.query(sql);
    await client.query('COMMIT');
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function loadEntries(
  client: pg.Client,
  entries: AsyncIterable<{ name: string; content: Readable }>,
  header: BackupHeader,
  files: FileStore,
): Promise<void> {
  const columns = new Map(header.tables.map((table) => [table.name, table.columns]));
  let filling: { what: string; rows: ReturnType<typeof copyFrom> } | undefined;
  const finish = async () => {
    if (!filling) return;
    const { rows } = filling;
    filling = undefined;
    rows.end();
    await finished(rows);
  };
  for await (const { name, content } of entries) {
    const table = /^tables\/([^/]+)\/\d+$/.exec(name)?.[1];
    const what = table ?? (name.startsWith('jobs/') ? 'jobs' : undefined);
    if (filling && filling.what !== what) await finish();
    if (what !== undefined) {
      filling ??= {
        what,
        rows: copyInto(client, table, table === undefined ? jobColumns : (columns.get(table) ?? [])),
      };
      for await (const chunk of content) if (!filling.rows.write(chunk)) await once(filling.rows, 'drain');
    } else if (name.startsWith('files/')) {
      await files.put(name.slice('files/'.length), content);
    } else {
      content.resume();
      await finished(content);
    }
  }
  await finish();
}

function copyInto(client: pg.Client, table: string | undefined, columns: string[]) {
  const list = columns.map(quoteName).join(', ');
  const rows = client.query(copyFrom(`COPY ${quoteName(table ?? 'waiting_job')} (${list}) FROM STDIN`));
  // The error is thrown where the rows are awaited.
  rows.on('error', () => {});
  return rows;
}

/** Drops all foreign keys and returns the statements that restore them, with a check. */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and k.connamespace = current_schema()::regnamespace order by c.relname, k.conname`,
  );
  for (const { table, name } of rows) {
    await client.query(`alter table ${quoteName(table)} drop constraint ${quoteName(name)}`);
  }
  return rows.map(
    ({ table, name, definition }) =>
      `alter table ${quoteName(table)} add constraint ${quoteName(name)} ${definition}`,
  );
}

const waitingJobs = `
  create temporary table waiting_job (identifier text, payload json, queue_name text, run_at timestamptz,
    max_attempts int, job_key text, priority int, flags jsonb) on commit drop`;

/** Uses graphile-worker's own function, because its tables may differ in another release. */
const addJobs = `
  select graphile_worker.add_job(identifier, payload, queue_name => queue_name, run_at => run_at,
    max_attempts => max_attempts, job_key => job_key, priority => priority,
    flags => case when flags is null then null else array(select jsonb_object_keys(flags)) end)
  from waiting_job`;
