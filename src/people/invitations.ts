import { DomainError } from '../errors.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Role } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';
import { createCode } from './code.ts';
import { findOfficeOf } from './office-of.ts';
import { needsUnit } from './roles.ts';

/** A code works for this number of days. */
export const invitationDays = 14;

const found = {
  id: true,
  code: true,
  role: true,
  unitId: true,
  officeId: true,
  unit: { select: { name: true } },
  linksToId: true,
  expiresAt: true,
  usedAt: true,
  usedById: true,
  withdrawnAt: true,
  inviteeName: true,
} as const satisfies Prisma.InvitationSelect;

/**
 * An invitation with its state. `linksToId`: a person who has joined connects a second channel;
 * `inviteeName`: the invited person, when the officer named them.
 */
export type Invitation = Prisma.InvitationGetPayload<{ select: typeof found }>;

/** Creates an invitation; an existing `code` is found again. */
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
  const { at, code = createCode(), ...given } = to;
  const expiresAt = new Date(at.getTime() + invitationDays * 86_400_000);
  const ofOffice = to.role !== undefined && !needsUnit(to.role);
  const officeId = ofOffice ? await findOfficeOf(prisma, to.createdById) : null;
  return prisma.invitation.upsert({
    where: { code },
    create: { ...given, officeId, code, createdAt: at, expiresAt },
    update: { code },
    select: { id: true, code: true, expiresAt: true },
  });
}

/**
 * Finds the invitation of a code that can be used now. Throws `invitation-unknown`,
 * `invitation-used` (unless this person used it), `invitation-expired` or `invitation-withdrawn`:
 * each has a sentence that says what to do.
 */
export async function findInvitation(
  reader: Reader,
  code: string,
  personId: number | null,
  now: Date,
): Promise<Invitation> {
  return requireUsable(await readInvitation(reader, code), personId, now);
}

/** Reads the invitation of a code in any state; null when there is none. */
export async function readInvitation(reader: Reader, code: string): Promise<Invitation | null> {
  return reader.invitation.findUnique({ where: { code }, select: found });
}

/** Checks that an invitation can be used now; throws like `findInvitation`. */
export function requireUsable(invitation: Invitation | null, personId: number | null, now: Date): Invitation {
  if (!invitation) throw new DomainError('invitation-unknown');
  const { withdrawnAt, usedAt, usedById, expiresAt } = invitation;
  if (withdrawnAt) throw new DomainError('invitation-withdrawn');
  if (usedAt && (personId === null || usedById !== personId)) throw new DomainError('invitation-used');
  if (!usedAt && expiresAt < now) throw new DomainError('invitation-expired');
  return invitation;
}

/** Withdraws an unused code; returns whether there was one. */
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
