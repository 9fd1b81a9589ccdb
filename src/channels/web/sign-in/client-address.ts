import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

const near = new BlockList();
near.addSubnet('127.0.0.0', 8);
near.addSubnet('10.0.0.0', 8);
near.addSubnet('172.16.0.0', 12);
near.addSubnet('192.168.0.0', 16);
near.addSubnet('169.254.0.0', 16);
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

/**
 * The address that a request comes from, for counting wrong codes. `behindProxy` (PUBLIC_URL is set): when the
 * connection comes from loopback or a private network it is the proxy's, and the last entry of X-Forwarded-For, which the
 * proxy itself wrote, is the browser's; what stands before it anybody can invent. From anywhere else the header is
 * ignored. Of IPv6 the first 64 bits: one household has all the others.
 */
export function clientAddress(
  request: Pick<FastifyRequest, 'headers' | 'socket'>,
  behindProxy: boolean,
): string {
  const direct = plain(request.socket.remoteAddress ?? '');
  if (!behindProxy || !isNear(direct)) return network(direct);
  const header = request.headers['x-forwarded-for'];
  const last = plain(
    String(header ?? '')
      .split(',')
      .at(-1) ?? '',
  );
  return network(isIP(last) ? last : direct);
}

function isNear(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && near.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Without brackets, port, zone, and the IPv6 dress of an IPv4 address. */
function plain(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/%.*$/, '');
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
