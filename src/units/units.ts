import type { UnitEntry } from '../plan/plan.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';
import type { Sql } from '../store/sql.ts';

const listed = { id: true, code: true, name: true, short: true, kind: true } as const;

/** A unit in lists and reports. */
export type Unit = Prisma.UnitGetPayload<{ select: typeof listed }>;

/**
 * Adds the roster to an empty database; an existing roster is left unchanged, since it is changed
 * there, by SQL.
 */
export async function loadRoster(sql: Sql, entries: UnitEntry[], at: Date): Promise<number> {
  const { rowCount } = await sql.query(
    `insert into unit (code, name, short, kind, position, created_at)
     select e.code, e.name, e.short, e.kind, e.n::int, $2
     from jsonb_to_recordset($1::jsonb) as e(code text, name text, short text, kind text, n int)
     where not exists (select 1 from unit)
     on conflict (code) do nothing`,
    [JSON.stringify(entries.map((entry, n) => ({ ...entry, n }))), at],
  );
  return rowCount ?? 0;
}

/** Lists active units in the order of the roster. */
export async function listUnits(reader: Reader): Promise<Unit[]> {
  return reader.unit.findMany({
    where: { active: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: listed,
  });
}

/** Finds a unit, also one that is no longer active; undefined when there is none. */
export async function findUnit(reader: Reader, id: number): Promise<Unit | undefined> {
  return (await reader.unit.findUnique({ where: { id }, select: listed })) ?? undefined;
}
