import type pg from 'pg';
import type { FileStore } from '../files.ts';
import { inTransaction } from '../sql.ts';
import { filesLock } from './make-backup.ts';
import { selectStoredKeys } from './stored-keys.ts';

/**
 * Wraps a file store so that it removes nothing while a backup is made, on any instance. The backup
 * holds rows that still name the file. Files to remove are noted in `removed_file`, and removed
 * later by `removeNoted`.
 */
export function withSafeRemovals(files: FileStore, pool: pg.Pool): FileStore {
  const safe: FileStore = {
    ...files,
    remove: (key) =>
      inTransaction(pool, async (client) => {
        if (await mayRemove(client)) await files.remove(key);
        else await client.query('insert into removed_file (key) values ($1) on conflict do nothing', [key]);
      }),
  };
  bare.set(safe, files);
  return safe;
}

/**
 * Maps a store with safe removals to the store below, which removes without looking at the lock.
 */
const bare = new WeakMap<FileStore, FileStore>();

/**
 * Removes the files that waited for the end of a backup, unless a row names them again. Returns how
 * many.
 */
export async function removeNoted(files: FileStore, pool: pg.Pool): Promise<number> {
  const below = bare.get(files) ?? files;
  let removed = 0;
  for (;;) {
    const done = await inTransaction(pool, async (client) => {
      if (!(await mayRemove(client))) return true;
      const named = await selectStoredKeys(client);
      const { rows } = await client.query<{ key: string; named: boolean }>(
        `with gone as (
           delete from removed_file where key in (select key from removed_file limit 100) returning key)
         select key, ${named ? `key in (${named})` : 'false'} as named from gone`,
      );
      for (const one of rows) {
        if (one.named) continue;
        await below.remove(one.key);
        removed += 1;
      }
      return rows.length < 100;
    });
    if (done) return removed;
  }
}

async function mayRemove(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    'select pg_try_advisory_xact_lock_shared($1) as free',
    [filesLock],
  );
  return rows[0]?.free ?? false;
}
