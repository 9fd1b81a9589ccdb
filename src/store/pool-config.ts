import pg from 'pg';

const { INT8, DATE } = pg.types.builtins;

/**
 * Builds the pool options for `url`, with at most `size` connections (default 10) and further
 * settings. Settings look like `-c jit=off`.
 */
export function poolConfig(url: string, size = 10, settings = ''): pg.PoolConfig {
  return {
    connectionString: withSettings(url, `-c TimeZone=UTC ${settings}`.trim()),
    max: size,
    application_name: 'dien-hinh',
    keepAlive: true,
    connectionTimeoutMillis: 30_000,
    types: { getTypeParser: ourParser },
  };
}

/**
 * Prisma's adapter reads every timestamptz as if the session were in UTC; on a server set to
 * Vietnamese time it would be seven hours wrong. So every session uses UTC.
 */
function withSettings(url: string, settings: string): string {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.set('options', `${given ? `${given} ` : ''}${settings}`);
  return address.href;
}

// Set on our pool only: the defaults of pg belong to every library in the process.
const ourParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (format !== 'binary') {
    // Exact below 2^53, which no count and no id of a messenger reaches.
    if (oid === INT8) return Number;
    // pg itself uses midnight of the machine's time zone, which is another day elsewhere.
    if (oid === DATE) return (text: string) => new Date(`${text}T00:00:00Z`);
  }
  return pg.types.getTypeParser(oid, format);
};
