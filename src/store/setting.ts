import { randomBytes } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';

/** Reads a setting stored in the database as JSON; undefined when it was never written. */
export async function readSetting(db: Pool | PoolClient, key: string): Promise<unknown> {
  const { rows } = await db.query<{ value: unknown }>('select value from setting where key = $1', [key]);
  return rows[0]?.value;
}

/** Writes a setting into the database and replaces the old value. `value` must be JSON. */
export async function writeSetting(db: Pool | PoolClient, key: string, value: unknown): Promise<void> {
  await db.query(
    `insert into setting (key, value) values ($1, $2)
     on conflict (key) do update set value = excluded.value`,
    [key, JSON.stringify(value)],
  );
}

/**
 * Writes a setting unless it exists, and returns the stored one: the same for all who start at
 * once.
 */
export async function writeSettingOnce(db: Pool, key: string, value: string): Promise<string> {
  await db.query(
    'insert into setting (key, value) values ($1, to_jsonb($2::text)) on conflict (key) do nothing',
    [key, value],
  );
  const kept = await readSetting(db, key);
  if (typeof kept !== 'string') throw new Error(`the setting ${key} is no text`);
  return kept;
}

/**
 * Returns a key for signatures, created once per database and the same on every instance. It never
 * leaves the server.
 */
export async function loadSigningKey(db: Pool, name: string): Promise<Buffer> {
  // Earlier releases wrote either alphabet of base64; this reads both.
  return Buffer.from(await writeSettingOnce(db, name, randomBytes(32).toString('base64')), 'base64');
}
