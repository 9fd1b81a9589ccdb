import { DomainError } from '../errors.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Role } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';
import { newCode } from './code.ts';

/** A code works for two weeks. */
export const invitationDays = 14;

const found = {
  id: true,
  code: true,
  role: true,
  unitId: true,
  unit: { select: { name: true } },
  linksToId: true,
  expiresAt: true,
  usedAt: true,
  usedById: true,
  withdrawnAt: true,
  inviteeName: true,
} as const satisfies Prisma.InvitationSelect;

/**
 * An invitation with what became of it. `linksToId`: a person who has joined takes a second
 * channel; `inviteeName`: the person whom it is meant for, when the officer said.
 */
export type Invitation = Prisma.InvitationGetPayload<{ select: typeof found }>;

/** Makes an invitation; a given `code` that exists already is found again. */
export async function invite(
  prisma: Prisma.TransactionClient,
  to: {
    role?: Role;
    unitId?: number | null;
    linksToId?: number;
    createdById?: number | null;
    code?: string;
    inviteeName?: string | null;
    at: Date;
  },
): Promise<{ id: number; code: string; expiresAt: Date }> {
  const { at, code = newCode(), ...given } = to;
  const expiresAt = new Date(at.getTime() + invitationDays * 86_400_000);
  return prisma.invitation.upsert({
    where: { code },
    create: { ...given, code, createdAt: at, expiresAt },
    update: { code },
    select: { id: true, code: true, expiresAt: true },
  });
}

/**
 * The invitation behind a code that can be taken now. Throws `invitation-unknown`,
 * `invitation-used` (unless this person used it), `invitation-expired` or `invitation-withdrawn`:
 * each has a sentence that says what to do.
 */
export async function findInvitation(
  reader: Reader,
  code: string,
  personId: number | null,
  now: Date,
): Promise<Invitation> {
  return takeable(await readInvitation(reader, code), personId, now);
}

/** Reads the invitation behind a code, whatever became of it; null when there is none. */
export async function readInvitation(reader: Reader, code: string): Promise<Invitation | null> {
  return reader.invitation.findUnique({ where: { code }, select: found });
}

/** Checks that an invitation can be taken now; throws as `findInvitation` says. */
export function takeable(invitation: Invitation | null, personId: number | null, now: Date): Invitation {
  if (!invitation) throw new DomainError('invitation-unknown');
  const { withdrawnAt, usedAt, usedById, expiresAt } = invitation;
  if (withdrawnAt) throw new DomainError('invitation-withdrawn');
  if (usedAt && (personId === null || usedById !== personId)) throw new DomainError('invitation-used');
  if (!usedAt && expiresAt < now) throw new DomainError('invitation-expired');
  return invitation;
}

/** Withdraws a code that nobody has used yet; says whether there was one. */
export async function withdrawInvitation(
  prisma: Prisma.TransactionClient,
  id: number,
  at: Date,
): Promise<boolean> {
  const { count } = await prisma.invitation.updateMany({
    where: { id, usedAt: null, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  return count === 1;
}
