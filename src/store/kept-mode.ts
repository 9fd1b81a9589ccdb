import type pg from 'pg';

/**
 * The mode that this database was begun in. A rehearsal's sample people must never stand in a real house, and nobody may
 * be anybody over real people's data: who starts it in the other mode has to be refused.
 */
export async function keptMode(pool: pg.Pool, mode: string): Promise<string> {
  await pool.query(
    `insert into setting (key, value) values ('mode', to_jsonb($1::text)) on conflict (key) do nothing`,
    [mode],
  );
  const { rows } = await pool.query<{ value: string }>(`select value from setting where key = 'mode'`);
  return rows[0]?.value ?? mode;
}
