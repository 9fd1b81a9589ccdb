import { DomainError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import { transact } from '../store/transaction.ts';
import type { Invitation } from './invitations.ts';

/**
 * Number of wrong codes in a quarter of an hour after which every code is refused, also the right
 * one.
 */
const wrongCodesAllowed = 5;
const windowMs = 15 * 60_000;
const minuteMs = 60_000;

/** A code that a visitor or an account shows. */
export interface CodeAttempt {
  /** The guesser: `account:17`, `address:203.0.113.7`. */
  who: string;
  /**
   * A name for the update or request that never changes: handled again, the same mistake is not
   * counted twice.
   */
  cause: string;
  now: Date;
  /**
   * Cost of showing a right code again before it is used. `free`: nothing. `counts`: as much as a
   * mistake, where each showing opens a chat that allows further guesses.
   */
  again: 'free' | 'counts';
}

/**
 * Looks a code up for a visitor who may be guessing. After 5 mistakes in a quarter of an hour it
 * throws `too-many-codes`, with the minute from which a new attempt is allowed, without calling
 * `look`. A `DomainError` of `look` counts as a mistake, and is thrown. A right code clears the
 * mistakes before it, once in a quarter of an hour, so that guesses cannot be cleared by showing
 * the same good code between them. Attempts of one guesser run one at a time, on all instances.
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
      // Returned, not thrown: the transaction must commit the mistake.
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
 * The first whole minute with fewer than 5 mistakes in the quarter of an hour before; undefined:
 * already now.
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
 * Clears earlier mistakes, if this code had not been shown in the last quarter of an hour. Returns
 * whether it did.
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
