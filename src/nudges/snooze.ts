import type { Clock } from '../clock.ts';
import { findNextMorning } from '../deliveries/hours.ts';
import type { Plan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Database } from '../store/database.ts';

/**
 * Schedules one more nudge on the next working day, at the ladder's hour. It is about the duties
 * that are still missing then. Asking twice on a day is one reminder. Undefined when the nudge is
 * not this person's.
 */
export async function snooze(
  deps: { db: Database; plan: Plan; calendar: WorkingCalendar; clock: Clock },
  { deliveryId, personId }: { deliveryId: number; personId: number },
): Promise<{ remindAt: Date } | undefined> {
  const { prisma } = deps.db;
  const remindAt = findNextMorning(deps.plan, deps.calendar, deps.clock.now());
  const theirs = await prisma.delivery.count({ where: { id: deliveryId, personId, kind: 'nudge' } });
  if (theirs === 0) return undefined;
  await prisma.snooze.createMany({ data: [{ deliveryId, remindAt }], skipDuplicates: true });
  return { remindAt };
}
