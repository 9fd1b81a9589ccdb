import { isDecodable } from './decodable.ts';

/**
 * Options that the driver reads after the ? of an address. It ignores unknown ones without a
 * warning.
 */
const databaseOptions = [
  ...['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'host', 'port', 'options'],
  ...['application_name', 'connect_timeout', 'client_encoding'],
];

const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

/**
 * Finds the mistake in a database address; undefined when it has none. The answer never quotes
 * the address, which holds the password.
 */
export function findMistakeInDatabaseUrl(value: string): string | undefined {
  const address = URL.canParse(value) ? new URL(value) : undefined;
  if (!address || !/^postgres(ql)?:$/.test(address.protocol)) {
    return 'is not a postgresql:// address (a strange character in the password is written as %40 for @)';
  }
  if (/%(?![0-9A-Fa-f]{2})/.test(value)) return 'has a % that stands for no character: write it as %25';
  if (!address.hostname && !address.searchParams.get('host')) return 'names no machine';
  if (!/^\/[^/]+$/.test(address.pathname)) return 'names no database: it ends in /NAME';
  if (!isDecodable(value)) return 'has a % that stands for no letter of UTF-8';
  if (/%00/.test(value)) return 'has a character that no name has (%00)';
  if (address.port === '0') return 'has port 0: PostgreSQL listens on 5432 unless told otherwise';
  if (address.hostname.includes(',')) return 'names several machines: name one';
  for (const name of new Set(address.searchParams.keys())) {
    const meant = databaseOptions.find((one) => withoutMarks(one) === withoutMarks(name));
    if (meant && meant !== name) return `has ${name} behind the ?: write it as ${meant}`;
    if (address.searchParams.getAll(name).length > 1) return `has ${name} twice`;
  }
  if (address.searchParams.has('ssl')) return 'has ssl behind the ?: say it as sslmode, such as verify-full';
  const mode = address.searchParams.get('sslmode');
  if (mode !== null && !sslModes.includes(mode))
    return `has an sslmode that is none of ${sslModes.join(', ')}`;
  return undefined;
}

function withoutMarks(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}
