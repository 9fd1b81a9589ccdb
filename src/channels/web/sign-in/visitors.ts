import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Clock } from '../../../clock.ts';
import { type Cookie, cookieKey, sessionCookie } from './cookie.ts';
import { findSession, type Visit } from './sessions.ts';

/** Who is signed in, by the cookie of a request. */
export interface Visitors {
  find(request: FastifyRequest): Promise<Visit | undefined>;
  /** For `set-cookie`: keeps the session of this key for another 180 days. */
  keep(key: string): Promise<string>;
  /** For `set-cookie`: the session that the request came with, kept for another 180 days. */
  renew(request: FastifyRequest): Promise<string | undefined>;
  /** For `set-cookie`: forgets the session. */
  forget(): Promise<string>;
}

/**
 * Reads the signing key at first use: it is made by whichever instance comes first. `secure`: the
 * page is on https.
 */
export function visitorsOf(deps: { pool: Pool; clock: Clock; secure: boolean }): Visitors {
  const { pool, clock, secure } = deps;
  let known: Promise<Cookie> | undefined;
  const cookie = () => {
    known ??= cookieKey(pool).then(
      (key) => sessionCookie(key, secure),
      (error: unknown) => {
        known = undefined;
        throw error;
      },
    );
    return known;
  };
  return {
    async find(request) {
      const header = request.headers.cookie;
      if (header === undefined) return undefined;
      const key = (await cookie()).read(header);
      return key === undefined ? undefined : await findSession(pool, key, clock.now());
    },
    keep: async (key) => (await cookie()).write(key),
    async renew(request) {
      const key = (await cookie()).read(request.headers.cookie);
      return key === undefined ? undefined : (await cookie()).write(key);
    },
    forget: async () => (await cookie()).clear(),
  };
}
