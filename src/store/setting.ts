import { randomBytes } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';

/**
 * Reads a small fact of the installation; undefined when it was never written. JSON as it was
 * written.
 */
export async function readSetting(db: Pool | PoolClient, key: string): Promise<unknown> {
  const { rows } = await db.query<{ value: unknown }>('select value from setting where key = $1', [key]);
  return rows[0]?.value;
}

/** Writes a small fact of the installation, over what stood there. `value` must be JSON. */
export async function writeSetting(db: Pool | PoolClient, key: string, value: unknown): Promise<void> {
  await db.query(
    `insert into setting (key, value) values ($1, $2)
     on conflict (key) do update set value = excluded.value`,
    [key, JSON.stringify(value)],
  );
}

/**
 * Writes a fact unless it is there, and gives the one that is: the same for all who start at once.
 */
export async function settingOnce(db: Pool, key: string, value: string): Promise<string> {
  await db.query(
    'insert into setting (key, value) values ($1, to_jsonb($2::text)) on conflict (key) do nothing',
    [key, value],
  );
  const kept = await readSetting(db, key);
  if (typeof kept !== 'string') throw new Error(`the setting ${key} is no text`);
  return kept;
}

/**
 * A key that signs: made once per database, the same on every instance. It never leaves the server.
 */
export async function signingKey(db: Pool, name: string): Promise<Buffer> {
  // Written by earlier releases in either alphabet of base64; this reads both.
  return Buffer.from(await settingOnce(db, name, randomBytes(32).toString('base64')), 'base64');
}
