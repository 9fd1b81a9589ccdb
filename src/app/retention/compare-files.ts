import type pg from 'pg';
import { originalKeyOf } from '../../attachments/shown-content.ts';
import { realClock } from '../../clock.ts';
import { FileMissing, type FileStore } from '../../store/files.ts';
import { byteFolders, byteHolders } from './byte-holders.ts';
import type { RetentionDeps } from './rule.ts';

const dayMs = 86_400_000;
const keysAtOnce = 1000;

/** The result of comparing the file store with the database. */
export interface FilesCompared {
  /** Number of removed bytes without a row. */
  orphans: number;
  /** Number of removed rows of chat files whose bytes are gone. */
  emptyRows: number;
  /** Ids of attachments whose bytes are gone. The rows stay, since the register names the files. */
  lost: number[];
}

/**
 * Compares every key of the file store with the rows that name bytes, in linear time. Bytes without
 * a row come from a kill between writing the bytes and the row; they are removed once they are a
 * day old by the machine's clock, because a row may still follow. `client` keeps the list of keys.
 */
export async function compareFiles(
  { files, log }: Pick<RetentionDeps, 'files' | 'log'>,
  client: pg.PoolClient,
  goOn: () => boolean = () => true,
): Promise<FilesCompared> {
  await client.query(
    'create temp table if not exists stored_key (key text primary key, original text not null)',
  );
  try {
    await client.query('truncate stored_key');
    const found: FilesCompared = { orphans: 0, emptyRows: 0, lost: [] };
    if (!(await listKeys(client, files, goOn))) return found;
    for await (const key of keysWithoutRow(client, goOn)) {
      if (await removeOrphan(client, files, key)) found.orphans += 1;
    }
    for (const table of byteHolders) {
      for await (const row of rowsWithoutKey(client, table, goOn)) {
        if (!(await isMissing(files, row.key))) continue;
        if (table === 'attachment') found.lost.push(Number(row.id));
        else {
          await client.query(`delete from ${table} where id = $1`, [row.id]);
          found.emptyRows += 1;
        }
      }
    }
    if (found.lost.length > 0) {
      log.error(
        { count: found.lost.length, attachments: found.lost.slice(0, 20) },
        'attachments have lost their files: bring DATA_DIR/files back from a backup',
      );
    }
    return found;
  } finally {
    await client.query('drop table if exists stored_key');
  }
}

/** False: stopped before the list was complete. */
async function listKeys(client: pg.PoolClient, files: FileStore, goOn: () => boolean): Promise<boolean> {
  let keys: string[] = [];
  const write = async () => {
    await client.query(
      'insert into stored_key select * from unnest($1::text[], $2::text[]) on conflict do nothing',
      [keys, keys.map(originalKeyOf)],
    );
    keys = [];
  };
  for (const folder of byteFolders) {
    for await (const key of files.list(folder)) {
      keys.push(key);
      if (keys.length < keysAtOnce) continue;
      if (!goOn()) return false;
      await write();
    }
  }
  await write();
  await client.query('analyze stored_key');
  return goOn();
}

const hasNoRow = byteHolders
  .map((table) => `not exists (select 1 from ${table} t where t.storage_key = s.original)`)
  .join(' and ');

async function* keysWithoutRow(client: pg.PoolClient, goOn: () => boolean): AsyncGenerator<string> {
  for (let after = ''; goOn(); ) {
    const { rows } = await client.query<{ key: string }>(
      `select key from stored_key s where key > $1 and ${hasNoRow} order by key limit ${keysAtOnce}`,
      [after],
    );
    for (const { key } of rows) yield key;
    const last = rows.at(-1);
    if (!last || rows.length < keysAtOnce) return;
    after = last.key;
  }
}

async function removeOrphan(client: pg.PoolClient, files: FileStore, key: string): Promise<boolean> {
  const changed = await files.changedAt(key);
  if (!changed || realClock.now().getTime() - changed.getTime() < dayMs) return false;
  // A row may have been added since the keys were listed.
  const { rowCount } = await client.query(`select 1 from (select $1::text as original) s where ${hasNoRow}`, [
    originalKeyOf(key),
  ]);
  if (rowCount === 0) return false;
  await files.remove(key);
  return true;
}

async function* rowsWithoutKey(
  client: pg.PoolClient,
  table: string,
  goOn: () => boolean,
): AsyncGenerator<{ id: string; key: string }> {
  for (let after: string | undefined; goOn(); ) {
    const { rows } = await client.query<{ id: string; key: string }>(
      `select id, storage_key as key from ${table} t
       where not exists (select 1 from stored_key s where s.key = t.storage_key)
         ${after === undefined ? '' : 'and id > $1'} order by id limit ${keysAtOnce}`,
      after === undefined ? [] : [after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < keysAtOnce) return;
    after = last.id;
  }
}

async function isMissing(files: FileStore, key: string): Promise<boolean> {
  try {
    await files.size(key);
    return false;
  } catch (error) {
    if (error instanceof FileMissing) return true;
    throw error;
  }
}
