import pino from 'pino';
import { expect, test } from 'vitest';
import { createHttp } from '../../../http/server.ts';
import { readClientAddress } from './client-address.ts';

/** The address that the server counts such a request under. */
async function addressOf(remoteAddress: string, header: string | undefined, behindProxy: boolean) {
  const http = createHttp({
    log: pino({ level: 'silent' }),
    ...(behindProxy && { publicUrl: 'https://dien-hinh.example.gov.vn' }),
  });
  http.get('/address', async (request) => readClientAddress(request));
  const headers = header === undefined ? {} : { 'x-forwarded-for': header };
  const { body } = await http.inject({ url: '/address', remoteAddress, headers });
  await http.close();
  return body;
}

test.each([
  ['without a proxy the header is nobody’s word', '203.0.113.7', '1.2.3.4', false, '203.0.113.7'],
  ['not even from loopback', '127.0.0.1', '1.2.3.4', false, '127.0.0.1'],
  ['from a public address it is ignored', '203.0.113.7', '1.2.3.4', true, '203.0.113.7'],
  ['a proxy on this machine is believed', '127.0.0.1', '1.2.3.4', true, '1.2.3.4'],
  ['in IPv6 dress too', '::ffff:127.0.0.1', '1.2.3.4', true, '1.2.3.4'],
  ['on a private network too', '10.1.2.3', '1.2.3.4', true, '1.2.3.4'],
  ['172.32 is not private', '172.32.0.1', '1.2.3.4', true, '172.32.0.1'],
  ['only the entry that the proxy wrote', '::1', '9.9.9.9, 8.8.8.8 , 1.2.3.4', true, '1.2.3.4'],
  ['with a port', '127.0.0.1', '1.2.3.4:5678', true, '1.2.3.4'],
  ['nonsense leaves the proxy', '127.0.0.1', 'unknown', true, '127.0.0.1'],
  ['an empty header too', '127.0.0.1', '', true, '127.0.0.1'],
  ['IPv6 by its network', '127.0.0.1', '2001:db8:1:2:3:4:5:6', true, '2001:db8:1:2::/64'],
  ['short IPv6 likewise', '2001:db8::1', '', false, '2001:db8:0:0::/64'],
  ['in brackets with a port', '127.0.0.1', '[2001:DB8:0:7::9]:443', true, '2001:db8:0:7::/64'],
  ['loopback of IPv6', '::1', '', false, '0:0:0:0::/64'],
  ['an address in the office that invents another', '127.0.0.1', '9.9.9.9, 192.168.1.5', true, '192.168.1.5'],
  ['two proxies: the nearer one is believed', '10.0.0.1', '9.9.9.9, 10.0.0.2', true, '10.0.0.2'],
  ['without a header it is the connection', '192.168.1.7', undefined, true, '192.168.1.7'],
] as const)('%s', async (_what, remote, header, behindProxy, address) => {
  expect(await addressOf(remote, header, behindProxy)).toBe(address);
});

test('two addresses of one household are one', async () => {
  const [one, other] = await Promise.all(
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9'].map((address) => addressOf(address, undefined, false)),
  );
  expect(one).toBe(other);
});
