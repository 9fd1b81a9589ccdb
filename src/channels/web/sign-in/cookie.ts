import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';

/** A browser forgets the cookie after so long without a visit; so does the house. */
export const unusedDays = 180;

const settingKey = 'web-session-key';

/** The key that signs cookies: made once per database, the same on every instance. It never leaves the server. */
export async function cookieKey(pool: Pool): Promise<Buffer> {
  await pool.query(
    'INSERT INTO setting (key, value) VALUES ($1, to_jsonb($2::text)) ON CONFLICT (key) DO NOTHING',
    [settingKey, randomBytes(32).toString('base64url')],
  );
  const { rows } = await pool.query<{ value: unknown }>('SELECT value FROM setting WHERE key = $1', [
    settingKey,
  ]);
  const kept = rows[0]?.value;
  if (typeof kept !== 'string') throw new Error('the key of the cookies is not in the settings');
  return Buffer.from(kept, 'base64url');
}

/** Writes and reads the session's cookie. */
export interface Cookie {
  /** For `set-cookie`. */
  write(session: string): string;
  /** For `set-cookie`: takes it away. */
  clear(): string;
  /** The session named in a `cookie` header; undefined without one, or when a letter of it was changed. */
  read(header: string | undefined): string | undefined;
}

/**
 * The cookie that keeps somebody signed in: no script reads it, no other site's page sends it. `secure` (PUBLIC_URL is https): sent
 * over https only, and by its `__Host-` name no other host of the domain can plant it.
 */
export function sessionCookie(key: Buffer, secure: boolean): Cookie {
  const name = secure ? '__Host-dien-hinh' : 'dien-hinh';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  const sign = (session: string) => createHmac('sha256', key).update(`web-session\n${session}`).digest();
  return {
    write: (session) =>
      `${name}=${session}.${sign(session).toString('base64url')}; Max-Age=${unusedDays * 86_400}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
    read(header) {
      for (const part of header?.split(';') ?? []) {
        const [given, value = ''] = part.trim().split('=', 2);
        if (given !== name) continue;
        const [session = '', signature = ''] = value.split('.', 2);
        const sent = Buffer.from(signature, 'base64url');
        const right = sign(session);
        if (sent.length === right.length && timingSafeEqual(sent, right)) return session;
      }
      return undefined;
    },
  };
}
