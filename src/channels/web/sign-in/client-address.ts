import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * Returns the address under which a visitor's wrong codes are counted. It is fastify's
 * `request.ip`, which trusts the proxies that `isTrustedProxy` accepts. Of IPv6 only the first 64
 * bits: one household has all addresses below them.
 */
export function readClientAddress({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  const given = plain(ip);
  return network(isIP(given) ? given : plain(socket.remoteAddress ?? ''));
}

/** Removes brackets, port, zone, and the IPv6 form of an IPv4 address, which some proxies add. */
function plain(address: string): string {
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/%.*/s, '');
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
