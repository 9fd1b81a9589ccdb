import proxyAddr from '@fastify/proxy-addr';
import type { FastifyRequest } from 'fastify';

const isLoopback = proxyAddr.compile('loopback');
const isNear = proxyAddr.compile(['loopback', 'linklocal', 'uniquelocal']);
/** Headers that proxies add to a request. */
const proxied = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * Decides which proxy to trust, as fastify's `trustProxy` when PUBLIC_URL is set. One proxy, on
 * this machine or in a private network, is trusted for the entry it wrote itself, the last one of
 * X-Forwarded-For. Any client can invent the entries before it.
 */
export function isTrustedProxy(address: string, hop: number): boolean {
  return hop === 0 && isNear(address, hop);
}

/** Tells whether a request comes from this machine, and not through a proxy on it. */
export function isLocalRequest({ socket, headers }: Pick<FastifyRequest, 'socket' | 'headers'>): boolean {
  if (proxied.some((name) => name in headers)) return false;
  return socket.remoteAddress !== undefined && isLoopback(socket.remoteAddress, 0);
}
