import type pg from 'pg';

/** Names of the statements on the path of an update, by how they begin. */
const statements: [RegExp, string][] = [
  [/freed as/, 'ending a turn (log, done, chat free)'],
  [/head as/, 'taking a chat and its update'],
  [/stored as/, 'storing updates'],
  [/update draft/, 'saving an answer'],
  [/from draft/, 'reading a draft'],
  [/_private_j|graphile/, 'jobs'],
];

/** Samples what PostgreSQL is busy with every 50 ms; `stop()` gives the shares, largest first. */
export function watchDatabase(pool: pg.Pool): { stop(): [string, string][] } {
  const seen = new Map<string, number>();
  const timer = setInterval(async () => {
    const { rows } = await pool.query<{ waits: string | null; query: string }>(
      `select wait_event_type || ':' || wait_event as waits, query from pg_stat_activity
       where state = 'active' and pid <> pg_backend_pid() and datname = current_database()`,
    );
    for (const { waits, query } of rows) {
      const what = statements.find(([pattern]) => pattern.test(query))?.[1] ?? 'everything else';
      const how =
        waits === null
          ? 'computing'
          : /WAL/i.test(waits)
            ? 'waiting for the disk'
            : 'waiting for a lock or the app';
      const key = `${what}: ${how}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      const all = [...seen.values()].reduce((a, b) => a + b, 0);
      return [...seen]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 6)
        .map(([what, n]) => [`  ${what}`, `${((100 * n) / all).toFixed(0)} %`]);
    },
  };
}
