import type { Clock } from '../clock.ts';
import type { DutyTime } from '../duties/owed.ts';
import { asOccurrence } from '../plan/occurrence.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Database } from '../store/database.ts';
import type { DeliveryStatus } from '../store/generated/enums.ts';
import { listRecipients, type Recipient } from './recipients.ts';

/**
 * The result of a round sent by hand. It is updated while messages are sent: finished when
 * `pending` is 0.
 */
export interface RoundResult extends DutyTime {
  roundId: number;
  sentAt: Date;
  /** Number of people by the state of their message. */
  counts: Record<DeliveryStatus, number>;
  /**
   * Number of people who may have been told twice: a process died, or an answer was lost, while
   * they were told.
   */
  maybeRepeated: number;
  /**
   * People whom no message reached (blocked, not connected, failed), with their units: the list to
   * phone.
   */
  unreached: {
    personId: number;
    name: string | null;
    phone: string | null;
    status: Extract<DeliveryStatus, 'blocked' | 'unconnected' | 'failed'>;
    units: string[];
  }[];
  /** Units that still lack the duty and have no people to tell. */
  unitsWithoutPeople: { unitId: number; unit: string }[];
}

/**
 * Reads the result of the round that the press `key` started; undefined when there is none. For
 * officers only: it contains phone numbers.
 */
export async function readRoundResult(
  deps: { db: Database; plan: LoadedPlan; calendar: WorkingCalendar; clock: Clock },
  key: string,
  unitIds?: number[],
): Promise<RoundResult | undefined> {
  const { pool, prisma } = deps.db;
  const found = await prisma.nudgeRound.findUnique({
    where: { key },
    select: { id: true, duty: true, occurrence: true, createdAt: true },
  });
  if (!found) return undefined;
  const { id: roundId, createdAt: sentAt, duty } = found;
  const occurrence = asOccurrence(found.occurrence);

  const groups = await prisma.delivery.groupBy({
    by: ['status', 'maybeRepeated'],
    where: { roundId },
    _count: { id: true },
  });
  const counts = { pending: 0, sent: 0, blocked: 0, unconnected: 0, dropped: 0, failed: 0 };
  let maybeRepeated = 0;
  for (const { status, maybeRepeated: repeated, _count } of groups) {
    counts[status] += _count.id;
    if (repeated) maybeRepeated += _count.id;
  }

  const unreached = await pool.query<RoundResult['unreached'][number]>(
    `select p.id as "personId", p.name, p.phone, d.status,
       array_agg(u.name order by u.position, u.id) as units
     from delivery d join person p on p.id = d.person_id
     join nudge n on n.delivery_id = d.id join unit u on u.id = n.unit_id
     where d.round_id = $1 and d.status in ('blocked', 'unconnected', 'failed')
     group by d.id, p.id order by min(u.position), p.id`,
    [roundId],
  );
  const lacking = await listRecipients(pool, deps.plan, deps.calendar, deps.clock.now(), {
    duty,
    occurrence,
    unitIds,
  });
  return {
    roundId,
    duty,
    occurrence,
    sentAt,
    counts,
    maybeRepeated,
    unreached: unreached.rows,
    unitsWithoutPeople: withoutPeople(lacking),
  };
}

function withoutPeople(lacking: Recipient[]): { unitId: number; unit: string }[] {
  return lacking.filter(({ personId }) => personId === null).map(({ unitId, unit }) => ({ unitId, unit }));
}
