import proxyAddr from '@fastify/proxy-addr';
import type { FastifyRequest } from 'fastify';

const isLoopback = proxyAddr.compile('loopback');
const isNear = proxyAddr.compile(['loopback', 'linklocal', 'uniquelocal']);
/** What proxies add to a request that they pass on. */
const proxied = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * fastify's `trustProxy` behind a proxy (PUBLIC_URL is set): one proxy, on this machine or in a
 * private network, is believed what it wrote itself, the last entry of X-Forwarded-For. What stands
 * before it anyone can invent.
 */
export function nearestProxy(address: string, hop: number): boolean {
  return hop === 0 && isNear(address, hop);
}

/** Whether a request comes from this very machine, and not through a proxy on it. */
export function isFromHere({ socket, headers }: Pick<FastifyRequest, 'socket' | 'headers'>): boolean {
  if (proxied.some((name) => name in headers)) return false;
  return socket.remoteAddress !== undefined && isLoopback(socket.remoteAddress, 0);
}
