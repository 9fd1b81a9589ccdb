import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * Gives the address under which a visitor's wrong codes are counted: fastify's `request.ip`, which
 * believes the proxy that `isTrustedProxy` accepts. Of IPv6 the first 64 bits: one household has
 * all the others.
 */
export function clientAddress({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  const given = plain(ip);
  return network(isIP(given) ? given : plain(socket.remoteAddress ?? ''));
}

/** Without brackets, port, zone, and the IPv6 form of an IPv4 address: some proxies write them. */
function plain(address: string): string {
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/%.*$/, '');
  return bare.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}

function network(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  while (tail !== undefined && groups.length + after.length < 8) groups.push('0');
  const first = [...groups, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${first.join(':')}::/64`;
}
