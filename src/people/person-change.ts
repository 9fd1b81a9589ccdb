import type { Prisma } from '../store/generated/client.ts';
import type { PersonAction } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';

/** The person who makes a change, and the channel. */
export interface Actor {
  personId: number;
  channel: string;
}

/** A change of a person's roles, accounts or drafts, as recorded in the history. */
export interface PersonChangeEntry {
  personId: number;
  at: Date;
  by: Actor;
  action: PersonAction;
  reason?: string;
  membershipId?: number;
  accountId?: number;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
}

/** Adds a change to the history, in the transaction that makes it; returns its id. */
export async function recordPersonChange(
  tx: Prisma.TransactionClient,
  { by, ...change }: PersonChangeEntry,
): Promise<number> {
  const { id } = await tx.personChange.create({
    data: { ...change, byId: by.personId, channel: by.channel },
    select: { id: true },
  });
  return id;
}

/**
 * Finds who last did one of `actions` to a membership, an account or a person, and when. It is told
 * to a person who comes second.
 */
export async function findLastPersonChange(
  reader: Reader,
  of: { membershipId: number } | { accountId: number } | { personId: number },
  actions: PersonAction[],
): Promise<{ who: string; when: string } | undefined> {
  const found = await reader.personChange.findFirst({
    where: { ...of, action: { in: actions } },
    orderBy: { id: 'desc' },
    select: { at: true, by: { select: { name: true } } },
  });
  return found ? { who: found.by?.name ?? '–', when: found.at.toISOString() } : undefined;
}
