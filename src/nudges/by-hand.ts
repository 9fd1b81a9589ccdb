import type { Clock } from '../clock.ts';
import type { DutyTime } from '../duties/owed.ts';
import { DomainError } from '../errors.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Sql } from '../store/sql.ts';
import { transact } from '../store/transaction.ts';
import { listRecipients, type Recipient } from './recipients.ts';

/**
 * One press of the button, with the deliveries that it created. A *round* is a set of nudges that
 * an officer sends by hand.
 */
export interface Round {
  roundId: number;
  /** Deliveries of the round; pressing again gives the same ones. */
  deliveries: number[];
}

/** A press of the button; `note`: the officer's own words; `unitIds`: only these units. */
interface Press extends DutyTime {
  key: string;
  officerId: number;
  note?: string | undefined;
  unitIds?: number[] | undefined;
}

/**
 * Reminds the people of every unit that has not done a duty (Plan 101, V.3), at any hour. An
 * officer sends it, with their own words above it, one delivery per person. `key` names the press:
 * the same press, however often it arrives, is one round. Throws `not-allowed` for other people.
 */
export async function sendByHand(
  deps: { db: Database; plan: LoadedPlan; calendar: WorkingCalendar; clock: Clock },
  press: Press,
): Promise<Round> {
  const { db, plan, calendar } = deps;
  const now = deps.clock.now();
  return transact(db, async ({ prisma, sql }) => {
    await checkOfficer(prisma, press.officerId, plan.officeId, now);
    // A second press at the same moment waits here until the first round is written, and then finds
    // it.
    const [opened] = await prisma.nudgeRound.createManyAndReturn({
      data: [{ ...roundIn(press), planId: plan.id, createdAt: now }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (opened) await fill(sql, opened.id, await listRecipients(sql, plan, calendar, now, press), now);
    return roundOf(prisma, press.key);
  });
}

function roundIn({ key, officerId, duty, occurrence, note }: Press) {
  return { key, officerId, duty, occurrence, note: note ?? null };
}

/** Writes the round's deliveries, one per person, and the duties of each. */
async function fill(sql: Sql, roundId: number, told: Recipient[], now: Date): Promise<void> {
  const reached = told.filter(({ personId }) => personId !== null);
  await sql.query(
    `with told as (select * from unnest($2::int[], $3::int[], $5::date[]) as t(person_id, unit_id, last_day)),
     made as (
       insert into delivery (key, person_id, kind, created_at, round_id)
       select distinct 'round:' || $1::int || ':' || person_id, person_id, 'nudge', $4::timestamptz, $1::int from told
       returning id, person_id)
     insert into nudge (plan_id, duty, occurrence, unit_id, last_day, stage, person_id, created_at, delivery_id)
     select r.plan_id, r.duty, r.occurrence, t.unit_id, t.last_day, 'round-' || r.id, t.person_id, $4, m.id
     from told t join made m using (person_id) join nudge_round r on r.id = $1::int`,
    [
      roundId,
      reached.map(({ personId }) => personId),
      reached.map(({ unitId }) => unitId),
      now,
      reached.map(({ lastDay }) => lastDay),
    ],
  );
}

async function roundOf(prisma: Prisma.TransactionClient, key: string): Promise<Round> {
  const round = await prisma.nudgeRound.findUniqueOrThrow({
    where: { key },
    select: { id: true, deliveries: { orderBy: { id: 'asc' }, select: { id: true } } },
  });
  return { roundId: round.id, deliveries: round.deliveries.map(({ id }) => id) };
}

async function checkOfficer(
  prisma: Prisma.TransactionClient,
  personId: number,
  officeId: number,
  now: Date,
): Promise<void> {
  const officer = await prisma.membership.findFirst({
    where: {
      personId,
      officeId,
      role: 'officer',
      since: { lte: now },
      OR: [{ until: null }, { until: { gt: now } }],
    },
    select: { id: true },
  });
  if (!officer) throw new DomainError('not-allowed');
}
