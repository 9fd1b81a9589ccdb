import type pg from 'pg';
import { quoteName, tablesLeftOut } from './contents.ts';

/**
 * Builds the query for the keys of all files that the database names (column `key`, each once). It
 * covers every column called `storage_key` in any table. Undefined when there is none.
 */
export async function selectStoredKeys(client: pg.Client | pg.PoolClient): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = current_schema() and column_name = 'storage_key' and table_name <> all($1)
     order by table_name`,
    [tablesLeftOut],
  );
  if (rows.length === 0) return undefined;
  return rows
    .map(({ name }) => `select storage_key as key from ${quoteName(name)} where storage_key is not null`)
    .join(' union ');
}
