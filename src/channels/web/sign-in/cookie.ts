import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { loadSigningKey } from '../../../store/setting.ts';

/** A browser forgets the cookie after so long without a visit; so does the house. */
export const unusedDays = 180;

/** Reads the key that signs cookies. */
export const cookieKey = (pool: Pool) => loadSigningKey(pool, 'web-session-key');

/** Writes and reads the session's cookie. */
export interface Cookie {
  /** For `set-cookie`. */
  write(session: string): string;
  /** For `set-cookie`: takes it away. */
  clear(): string;
  /**
   * The session named in a `cookie` header; undefined without one, or when a letter of it was
   * changed.
   */
  read(header: string | undefined): string | undefined;
}

/**
 * The cookie that keeps somebody signed in: no script reads it, no other site's page sends it.
 * `secure` (PUBLIC_URL is https): sent over https only, and by its `__Host-` name no other host of
 * the domain can plant it.
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
