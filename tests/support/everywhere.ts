import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/** Counts the rows that hold these words anywhere, by table, in any schema. */
export async function tablesHolding(pool: pg.Pool, words: string): Promise<Record<string, number>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const held: Record<string, number> = {};
  for (const { name } of tables) {
    // As JSON too: there a quotation mark or a line end looks different.
    const { rows } = await pool.query<{ count: number }>(
      `select count(*) from ${name} t where t::text ilike '%' || $1 || '%' or to_jsonb(t)::text ilike '%' || $1 || '%'`,
      [words],
    );
    if (rows[0]?.count) held[name.replace(/^public\./, '')] = rows[0].count;
  }
  return held;
}

/** Lists the files below a folder that hold these words in their name or content. */
export async function filesHolding(folder: string, words: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (entry.name.includes(words) || (await readFile(path)).includes(words)) found.push(path);
  }
  return found;
}
