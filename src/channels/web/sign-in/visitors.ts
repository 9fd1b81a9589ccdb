import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Clock } from '../../../clock.ts';
import { type Cookie, createSessionCookie, loadCookieKey } from './cookie.ts';
import { findSession, type Visit } from './sessions.ts';

/** Finds the signed-in person by the cookie of a request. */
export interface Visitors {
  find(request: FastifyRequest): Promise<Visit | undefined>;
  /** Returns a `set-cookie` value that keeps the session of this key for another 180 days. */
  keep(key: string): Promise<string>;
  /** Returns a `set-cookie` value that keeps the request's own session for another 180 days. */
  renew(request: FastifyRequest): Promise<string | undefined>;
  /** Returns a `set-cookie` value that removes the session. */
  forget(): Promise<string>;
}

/**
 * Creates the reader of sessions. The signing key is read at first use, because the first instance
 * creates it. `secure`: the page is on https.
 */
export function createVisitors(deps: { pool: Pool; clock: Clock; secure: boolean }): Visitors {
  const { pool, clock, secure } = deps;
  let known: Promise<Cookie> | undefined;
  const cookie = () => {
    known ??= loadCookieKey(pool).then(
      (key) => createSessionCookie(key, secure),
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
