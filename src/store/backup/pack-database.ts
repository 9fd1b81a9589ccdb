import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Pack } from 'tar-stream';
import { type BackupHeader, backupFormat, quoteName, tablesLeftOut } from './contents.ts';
import { packText } from './pack-text.ts';

/**
 * Approximate size in bytes of one part of the rows: tar needs an entry's length before its first
 * byte.
 */
const partLength = 1_000_000;

/**
 * Adds header, tables and waiting jobs, as seen by the transaction of `reader`. Sequences are not
 * part of a snapshot: read after it began, they are never behind the rows.
 */
export async function packDatabase(
  archive: Pack,
  reader: pg.Client,
  about: { version: string; at: Date },
): Promise<{ header: BackupHeader; tables: Record<string, { rows: number; sha256: string }>; jobs: number }> {
  const header: BackupHeader = {
    app: 'dien-hinh',
    format: backupFormat,
    version: about.version,
    madeAt: about.at.toISOString(),
    migrations: await listMigrations(reader),
    tables: await listTables(reader),
    sequences: await listSequences(reader),
  };
  await packText(archive, 'header.json', JSON.stringify(header));
  const tables: Record<string, { rows: number; sha256: string }> = {};
  for (const { name, columns } of header.tables) {
    tables[name] = await packCopy(
      archive,
      reader,
      `tables/${name}`,
      `${quoteName(name)} (${columns.map(quoteName).join(', ')})`,
    );
  }
  const jobs = (await hasJobs(reader))
    ? await packCopy(archive, reader, 'jobs', `(${waitingJobs})`)
    : { rows: 0 };
  return { header, tables, jobs: jobs.rows };
}

async function packCopy(
  archive: Pack,
  reader: pg.Client,
  folder: string,
  what: string,
): Promise<{ rows: number; sha256: string }> {
  const rows = reader.query(copyTo(`COPY ${what} TO STDOUT`));
  const digest = createHash('sha256');
  let held: Buffer[] = [];
  let size = 0;
  let part = 0;
  const flush = async () => {
    part += 1;
    await packText(archive, `${folder}/${String(part).padStart(6, '0')}`, Buffer.concat(held));
    held = [];
    size = 0;
  };
  for await (const chunk of rows) {
    const bytes: Buffer = chunk;
    digest.update(bytes);
    held.push(bytes);
    size += bytes.length;
    if (size >= partLength) await flush();
  }
  if (size > 0) await flush();
  return { rows: rows.rowCount, sha256: digest.digest('hex') };
}

async function listMigrations(reader: pg.Client): Promise<string[]> {
  const { rows } = await reader.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  return rows.map(({ name }) => name);
}

async function listTables(reader: pg.Client): Promise<BackupHeader['tables']> {
  const { rows } = await reader.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> all($1)
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     group by c.relname order by c.relname`,
    [tablesLeftOut],
  );
  return rows;
}

async function listSequences(reader: pg.Client): Promise<BackupHeader['sequences']> {
  const { rows } = await reader.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = current_schema() order by sequencename`,
  );
  const found: BackupHeader['sequences'] = [];
  for (const { name } of rows) {
    const state = await reader.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoteName(name)}`,
    );
    found.push({ name, value: state.rows[0]?.value ?? '1', called: state.rows[0]?.called ?? false });
  }
  return found;
}

async function hasJobs(reader: pg.Client): Promise<boolean> {
  const { rows } = await reader.query<{ there: boolean }>(
    `select to_regclass('graphile_worker._private_jobs') is not null as there`,
  );
  return rows[0]?.there ?? false;
}

/**
 * Only jobs that would still run. Who holds a job now and how often it was tried are not part of
 * the backup.
 */
const waitingJobs = `
  select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key as job_key, j.priority, j.flags
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  where j.attempts < j.max_attempts
  order by j.id`;
