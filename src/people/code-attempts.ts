import { DomainError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import { transact } from '../store/transaction.ts';
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
  db: Pick<Database, 'prisma'>,
  attempt: CodeAttempt,
  look: (prisma: Prisma.TransactionClient) => Promise<Invitation>,
): Promise<Invitation> {
  const { who, cause, now } = attempt;
  const found = await transact(db, async ({ prisma, sql }): Promise<Invitation | DomainError> => {
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`code-attempt ${who}`]);
    const until = await blockedUntil(prisma, attempt);
    if (until) return new DomainError('too-many-codes', { when: until.toISOString() });
    try {
      const invitation = await look(prisma);
      if (await forgive(prisma, attempt, invitation.id)) return invitation;
      if (attempt.again === 'counts') await count(prisma, attempt, null);
      return invitation;
    } catch (error) {
      // Returned, not thrown: the transaction has to keep the mistake.
      if (!(error instanceof DomainError)) throw error;
      await count(prisma, { who, cause, now }, null);
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
function windowAround(now: Date): { gt: Date; lt: Date } {
  return { gt: new Date(now.getTime() - windowMs), lt: new Date(now.getTime() + windowMs) };
}

/**
 * The first whole minute at which there are fewer than 5 mistakes in the quarter of an hour before;
 * undefined: already.
 */
async function blockedUntil(
  prisma: Prisma.TransactionClient,
  { who, cause, now }: CodeAttempt,
): Promise<Date | undefined> {
  const fifth = await prisma.codeAttempt.findFirst({
    where: { who, at: windowAround(now), invitationId: null, cause: { not: cause } },
    orderBy: { at: 'desc' },
    skip: wrongCodesAllowed - 1,
    select: { at: true },
  });
  return fifth ? new Date(Math.ceil((fifth.at.getTime() + windowMs) / minuteMs) * minuteMs) : undefined;
}

/**
 * Whether this code had not been shown in the last quarter of an hour, and so forgives what was
 * before it.
 */
async function forgive(
  prisma: Prisma.TransactionClient,
  { who, cause, now }: CodeAttempt,
  invitationId: number,
): Promise<boolean> {
  const shown = await prisma.codeAttempt.findFirst({
    where: { who, invitationId, at: windowAround(now), cause: { not: cause } },
    select: { id: true },
  });
  if (shown) return false;
  await prisma.codeAttempt.deleteMany({
    where: { who, invitationId: null, at: { lt: windowAround(now).lt } },
  });
  await count(prisma, { who, cause, now }, invitationId);
  return true;
}

async function count(
  prisma: Prisma.TransactionClient,
  { who, cause, now }: Pick<CodeAttempt, 'who' | 'cause' | 'now'>,
  invitationId: number | null,
): Promise<void> {
  await prisma.codeAttempt.createMany({
    data: [{ who, cause, at: now, invitationId }],
    skipDuplicates: true,
  });
}
