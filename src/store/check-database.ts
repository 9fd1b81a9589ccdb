import pg from 'pg';
import { ConfigError } from '../config/error.ts';

/** How long a database may take to accept a connection, and then to answer, in milliseconds. */
const patienceMs = 8000;
const oldestVersion = 140_000;
const extensions = ['pg_trgm', 'unaccent'];

/**
 * Connects once to the database of `DATABASE_URL` and checks that the app can use it. Throws
 * `ConfigError` with one line, without the password, when it cannot be reached, refuses the login,
 * never answers, or lacks a needed feature.
 */
export async function checkDatabase(url: string): Promise<void> {
  const { host, pathname, username } = new URL(url);
  const at = { where: host || 'the socket', database: decodeURIComponent(pathname.slice(1)), user: username };
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({
      connectionString: url,
      application_name: 'dien-hinh check',
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    });
    client.on('error', () => {});
    await client.connect();
    const lacks = await findLacks(client);
    if (lacks) throw new ConfigError([`DATABASE_URL: ${at.where}/${at.database} ${lacks}`]);
    await client.end();
  } catch (error) {
    // Ending it would wait for a server that never answers.
    void client?.end().catch(() => undefined);
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([`DATABASE_URL: ${explain(error, at)}`], { cause: error });
  }
}

async function findLacks(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{
    version: number;
    encoding: string;
    readonly: boolean;
    creates: boolean;
    missing: string[];
  }>(
    `select current_setting('server_version_num')::int as version,
            pg_encoding_to_char((select encoding from pg_database where datname = current_database())) as encoding,
            pg_is_in_recovery() or current_setting('default_transaction_read_only')::bool as readonly,
            has_schema_privilege(current_schema(), 'CREATE') as creates,
            array(select name from unnest($1::text[]) as name
                  where name not in (select name from pg_available_extensions)) as missing`,
    [extensions],
  );
  const found = rows[0];
  if (!found) return 'does not answer';
  if (found.version < oldestVersion) return 'is older than PostgreSQL 14';
  if (found.encoding !== 'UTF8')
    return `keeps text as ${found.encoding}: make the database with encoding UTF8`;
  if (found.readonly) return 'can only be read (a standby?): name the primary';
  if (!found.creates) return 'does not let this user make tables: make the user its owner';
  if (found.missing.length > 0)
    return `lacks the extension ${found.missing.join(', ')}: install postgresql-contrib`;
  return undefined;
}

function explain(error: unknown, at: { where: string; database: string; user: string }): string {
  const { where, database, user } = at;
  const found = [error, ...(error instanceof AggregateError ? error.errors : [])].find(
    (one) => one instanceof Error && 'code' in one && typeof one.code === 'string',
  );
  const code = found instanceof Error && 'code' in found ? String(found.code) : '';
  const message = error instanceof Error ? error.message : '';
  if (code === '28P01') return `${where} does not take the password of ${user || 'this user'}`;
  if (code.startsWith('28')) return `${where} does not let ${user || 'this user'} in (${code})`;
  if (code === '3D000') return `${where} has no database ${database}`;
  if (code === '53300') return `${where} has no connection left (${code})`;
  if (code === '57P03') return `${where} is starting or stopping (${code}): try again in a minute`;
  if (code === '42501') return `${where}/${database} does not give this user the rights it needs (${code})`;
  if (/timeout|timed out/i.test(message) || code === 'ETIMEDOUT') {
    return `${where} does not answer (waited ${patienceMs / 1000} s)`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `${where} is not known (${code})`;
  if (/SSL|certificate|self.signed|TLS/i.test(`${message} ${code}`)) {
    return `${where} cannot be reached over TLS (${code || 'refused'}): see sslmode`;
  }
  if (/^[0-9A-Z]{5}$/.test(code)) return `${where}/${database} refuses (${code})`;
  if (code) return `${where} cannot be reached (${code})`;
  return `${where} does not speak as PostgreSQL does`;
}
