import type { Clock } from '../clock.ts';
import { findTomorrowMorning } from '../deliveries/hours.ts';
import type { Plan } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';

/**
 * Schedules one more nudge tomorrow, at the ladder's hour, about the duties that are still missing
 * then. Asking twice on a day is one reminder. Undefined when the nudge is not this person's.
 */
export async function snooze(
  deps: { db: Database; plan: Plan; clock: Clock },
  given: { deliveryId: number; personId: number },
): Promise<{ remindAt: Date } | undefined> {
  const remindAt = findTomorrowMorning(deps.plan, deps.clock.now());
  const { rowCount } = await deps.db.pool.query(
    `insert into snooze (delivery_id, remind_at)
     select id, $3 from delivery where id = $1 and person_id = $2 and kind = 'nudge'
     on conflict (delivery_id, remind_at) do update set remind_at = excluded.remind_at`,
    [given.deliveryId, given.personId, remindAt],
  );
  return rowCount ? { remindAt } : undefined;
}
