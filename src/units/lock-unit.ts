import { DomainError } from '../errors.ts';
import type { Sql } from '../store/sql.ts';

/** A unit that its transaction has locked. */
export interface LockedUnit {
  /** Refuses to write for a unit that has ended. Call it unless the work was done before. */
  requireActive(): void;
}

/**
 * Locks a unit until the transaction ends: what is decided about it happens one after the other.
 * Throws `unit-unknown` when there is none. `requireActive` throws it for a unit that has ended;
 * where another has taken over, the error is none for the person: the update is handled again, with
 * the draft as it moved.
 */
export async function lockUnit(sql: Sql, unitId: number): Promise<LockedUnit> {
  const { rows } = await sql.query<{ active: boolean; successor_id: number | null }>({
    name: 'unit-lock',
    text: 'select active, successor_id from unit where id = $1 for update',
    values: [unitId],
  });
  const [unit] = rows;
  if (!unit) throw new DomainError('unit-unknown');
  return {
    requireActive() {
      if (unit.active) return;
      if (unit.successor_id !== null) throw new Error('another unit has just taken over from this one');
      throw new DomainError('unit-unknown');
    },
  };
}
