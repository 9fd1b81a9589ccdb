import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { DomainError } from '../errors.ts';
import type { Plan } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import { inTransaction } from '../store/sql.ts';
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

/**
 * Reminds the people of every unit that has not done a duty (Plan 101, V.3), at any hour. An
 * officer sends it, with their own words above it, one delivery per person. `key` names the press:
 * the same press, however often it arrives, is one round. Throws `not-allowed` for other people.
 */
export async function sendByHand(
  deps: { db: Database; plan: Plan; clock: Clock },
  press: { key: string; officerId: number; duty: string; year: number; note?: string },
): Promise<Round> {
  const { db, plan } = deps;
  const now = deps.clock.now();
  return inTransaction(db.pool, async (client) => {
    await checkOfficer(client, press.officerId, now);
    // A second press at the same moment waits here until the first round is written, and then finds
    // it.
    const opened = await client.query<{ id: number }>(
      `insert into nudge_round (key, duty, year, note, officer_id, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (key) do nothing returning id`,
      [press.key, press.duty, press.year, press.note ?? null, press.officerId, now],
    );
    const roundId = opened.rows[0]?.id;
    if (roundId !== undefined)
      await fill(client, roundId, await listRecipients(client, plan, now, press), now);
    return roundOf(client, press.key);
  });
}

/** Writes the round's deliveries, one per person, and the duties of each. */
async function fill(client: pg.PoolClient, roundId: number, told: Recipient[], now: Date): Promise<void> {
  const reached = told.filter(({ personId }) => personId !== null);
  await client.query(
    `with told as (select * from unnest($2::int[], $3::int[]) as t(person_id, unit_id)),
     made as (
       insert into delivery (key, person_id, kind, created_at, round_id)
       select distinct 'round:' || $1::int || ':' || person_id, person_id, 'nudge', $4::timestamptz, $1::int from told
       returning id, person_id)
     insert into nudge (duty, year, unit_id, stage, person_id, created_at, delivery_id)
     select r.duty, r.year, t.unit_id, 'round-' || r.id, t.person_id, $4, m.id
     from told t join made m using (person_id) join nudge_round r on r.id = $1::int`,
    [roundId, reached.map(({ personId }) => personId), reached.map(({ unitId }) => unitId), now],
  );
}

async function roundOf(client: pg.PoolClient, key: string): Promise<Round> {
  const { rows } = await client.query<Round>(
    `select r.id as "roundId", array(select d.id from delivery d where d.round_id = r.id order by d.id) as deliveries
     from nudge_round r where r.key = $1`,
    [key],
  );
  const round = rows[0];
  if (!round) throw new Error('a round of nudges was neither opened nor found');
  return round;
}

async function checkOfficer(client: pg.PoolClient, personId: number, now: Date): Promise<void> {
  const { rowCount } = await client.query(
    `select 1 from membership
     where person_id = $1 and role = 'officer' and since <= $2 and (until is null or until > $2)`,
    [personId, now],
  );
  if (!rowCount) throw new DomainError('not-allowed');
}
