/**
 * Finds variables of PostgreSQL's own clients (`PGSSLMODE`, `PGHOST`, `PGOPTIONS` …), one line
 * each. The driver reads them for everything that `DATABASE_URL` leaves out, so they could change
 * the connection without the settings saying so.
 */
export function findPgVariables(env: Record<string, string | undefined>): string[] {
  return Object.keys(env).flatMap((name) => {
    if (!env[name] || !/^(PG[A-Z]+(_TIMEOUT)?|NODE_PG_FORCE_NATIVE)$/.test(name)) return [];
    const instead = name === 'PGDATA' ? 'DATA_DIR says where the data is' : say(name);
    return [`${name}: would change how the database is reached; unset it: ${instead}`];
  });
}

function say(name: string): string {
  return name.startsWith('PGSSL')
    ? 'TLS is a matter of DATABASE_URL (?sslmode=verify-full)'
    : 'all of it stands in DATABASE_URL';
}
