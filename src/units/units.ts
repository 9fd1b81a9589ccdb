import type pg from 'pg';
import type { UnitEntry } from '../plan/plan.ts';

export interface Unit {
  id: number;
  code: string;
  name: string;
  short: string;
  kind: string;
}

type Db = pg.Pool | pg.PoolClient;

/**
 * Lays the roster into an empty database; one that has units is left alone, since officers edit it
 * there.
 */
export async function loadRoster(db: Db, entries: UnitEntry[], at: Date): Promise<number> {
  const { rowCount } = await db.query(
    `insert into unit (code, name, short, kind, position, created_at)
     select e.code, e.name, e.short, e.kind, e.n::int, $2
     from jsonb_to_recordset($1::jsonb) as e(code text, name text, short text, kind text, n int)
     where not exists (select 1 from unit)
     on conflict (code) do nothing`,
    [JSON.stringify(entries.map((entry, n) => ({ ...entry, n }))), at],
  );
  return rowCount ?? 0;
}

/** Active units in the order of the roster. */
export async function listUnits(db: Db): Promise<Unit[]> {
  const { rows } = await db.query<Unit>(
    'select id, code, name, short, kind from unit where active order by position, id',
  );
  return rows;
}

export async function unitById(db: Db, id: number): Promise<Unit | undefined> {
  const { rows } = await db.query<Unit>('select id, code, name, short, kind from unit where id = $1', [id]);
  return rows[0];
}
