import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';

/**
 * Records when the person first pressed "I have understood". The ladder continues: the duty is
 * still missing. False when the nudge is not this person's.
 */
export async function acknowledge(
  deps: { db: Database; clock: Clock },
  given: { deliveryId: number; personId: number },
): Promise<boolean> {
  const { rowCount } = await deps.db.pool.query(
    `update delivery set acknowledged_at = coalesce(acknowledged_at, $3)
     where id = $1 and person_id = $2 and kind = 'nudge'`,
    [given.deliveryId, given.personId, deps.clock.now()],
  );
  return rowCount === 1;
}
