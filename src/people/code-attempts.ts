import type pg from 'pg';
import { DomainError } from '../errors.ts';
import { inTransaction } from '../store/sql.ts';
import type { Invitation } from './invitations.ts';

/**
 * So many wrong codes in a quarter of an hour, and no code is taken any more, not even the right
 * one.
 */
export const wrongCodesAllowed = 5;
const windowMs = 15 * 60_000;
const minuteMs = 60_000;

export interface CodeAttempt {
  /** Who shows it: `account:17`, `address:203.0.113.7`. */
  who: string;
  /** Names the update or request for ever: handled again, the same mistake is not counted twice. */
  cause: string;
  now: Date;
  /**
   * A right code may be shown again and again until somebody takes it. `free`: that costs nothing.
   * `counts`: as much as a mistake, where each showing opens something from which one could guess
   * on.
   */
  again: 'free' | 'counts';
}

/**
 * Looks a code up for somebody who may be guessing. After 5 mistakes in a quarter of an hour `look`
 * is not even called: throws `too-many-codes` with the minute from which one may try again. What
 * `look` throws as a `DomainError` is a mistake, and is thrown on. A right code forgives the
 * mistakes before it, once in a quarter of an hour: nobody can wipe away guesses by showing the
 * same good code between them. One attempt of the same guesser after the other, on all instances.
 */
export async function attemptCode(
  pool: pg.Pool,
  attempt: CodeAttempt,
  look: (client: pg.PoolClient) => Promise<Invitation>,
): Promise<Invitation> {
  const { who, cause, now } = attempt;
  const found = await inTransaction(pool, async (client): Promise<Invitation | DomainError> => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`code-attempt ${who}`]);
    const until = await blockedUntil(client, attempt);
    if (until) return new DomainError('too-many-codes', { when: until.toISOString() });
    try {
      const invitation = await look(client);
      if (await forgive(client, attempt, invitation.id)) return invitation;
      if (attempt.again === 'counts') await count(client, attempt, null);
      return invitation;
    } catch (error) {
      // Returned, not thrown: the transaction has to keep the mistake.
      if (!(error instanceof DomainError)) throw error;
      await count(client, { who, cause, now }, null);
      return error;
    }
  });
  if (found instanceof DomainError) throw found;
  return found;
}

/**
 * A quarter of an hour before and after. Attempts sent at once take the lock in any order: one that
 * read the clock a moment earlier must see the mistakes of those that read it later, and clocks of
 * two instances differ too.
 */
function windowAround(now: Date): [Date, Date] {
  return [new Date(now.getTime() - windowMs), new Date(now.getTime() + windowMs)];
}

/**
 * The first whole minute at which there are fewer than 5 mistakes in the quarter of an hour before;
 * undefined: already.
 */
async function blockedUntil(
  client: pg.PoolClient,
  { who, cause, now }: CodeAttempt,
): Promise<Date | undefined> {
  const { rows } = await client.query<{ at: Date }>(
    `select at from code_attempt
     where who = $1 and at > $2 and at < $3 and invitation_id is null and cause <> $4
     order by at desc offset $5 limit 1`,
    [who, ...windowAround(now), cause, wrongCodesAllowed - 1],
  );
  const fifth = rows[0]?.at.getTime();
  return fifth === undefined ? undefined : new Date(Math.ceil((fifth + windowMs) / minuteMs) * minuteMs);
}

/**
 * Whether this code had not been shown in the last quarter of an hour, and so forgives what was
 * before it.
 */
async function forgive(
  client: pg.PoolClient,
  { who, cause, now }: CodeAttempt,
  invitationId: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 from code_attempt where who = $1 and invitation_id = $2 and at > $3 and at < $4 and cause <> $5',
    [who, invitationId, ...windowAround(now), cause],
  );
  if (rowCount) return false;
  await client.query('delete from code_attempt where who = $1 and invitation_id is null and at < $2', [
    who,
    windowAround(now)[1],
  ]);
  await count(client, { who, cause, now }, invitationId);
  return true;
}

async function count(
  client: pg.PoolClient,
  { who, cause, now }: Pick<CodeAttempt, 'who' | 'cause' | 'now'>,
  invitationId: number | null,
): Promise<void> {
  await client.query(
    `insert into code_attempt (who, cause, at, invitation_id) values ($1, $2, $3, $4)
     on conflict (who, cause) do nothing`,
    [who, cause, now, invitationId],
  );
}
