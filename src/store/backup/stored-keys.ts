import type pg from 'pg';
import { leftOut, quoteName } from './contents.ts';

/**
 * Writes the query for the keys of all files that the database names (column `key`, each once):
 * every column called `storage_key`, whichever table it is in. Undefined when there is none.
 */
export async function selectStoredKeys(client: pg.Client | pg.PoolClient): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = current_schema() and column_name = 'storage_key' and table_name <> all($1)
     order by table_name`,
    [leftOut],
  );
  if (rows.length === 0) return undefined;
  return rows
    .map(({ name }) => `select storage_key as key from ${quoteName(name)} where storage_key is not null`)
    .join(' union ');
}
