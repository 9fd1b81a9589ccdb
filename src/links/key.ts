import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

const settingKey = 'link-key';

/** The key that signs links: made once per database, the same on every instance. It never leaves the server. */
export async function linkKey(pool: Pool): Promise<Buffer> {
  await pool.query(
    'INSERT INTO setting (key, value) VALUES ($1, to_jsonb($2::text)) ON CONFLICT (key) DO NOTHING',
    [settingKey, randomBytes(32).toString('base64')],
  );
  const { rows } = await pool.query<{ value: string }>('SELECT value FROM setting WHERE key = $1', [
    settingKey,
  ]);
  const kept = rows[0]?.value;
  if (typeof kept !== 'string') throw new Error('the key of the links is not in the settings');
  return Buffer.from(kept, 'base64');
}
