import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { loadSigningKey } from '../../../store/setting.ts';

/** A browser deletes the cookie after so long without a visit, and the server ends the session. */
export const unusedDays = 180;

/** Reads the key that signs cookies. */
export const loadCookieKey = (pool: Pool) => loadSigningKey(pool, 'web-session-key');

/** Writes and reads the session's cookie. */
export interface Cookie {
  /** Returns the value of `set-cookie` for a session. */
  write(session: string): string;
  /** Returns the value of `set-cookie` that removes the cookie. */
  clear(): string;
  /**
   * Returns the session named in a `cookie` header; undefined without one, or when a letter of it
   * was changed.
   */
  read(header: string | undefined): string | undefined;
}

/**
 * Creates the cookie that keeps a person signed in: scripts cannot read it, other sites' pages do
 * not send it. `secure` (PUBLIC_URL is https): sent over https only, and its `__Host-` name keeps
 * other hosts of the domain from setting it.
 */
export function createSessionCookie(key: Buffer, secure: boolean): Cookie {
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
