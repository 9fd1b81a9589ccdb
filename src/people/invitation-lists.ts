import type { Prisma } from '../store/generated/client.ts';
import type { Role } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';
import { createCode } from './code.ts';
import { invitationDays } from './invitations.ts';
import { findOfficeOf } from './office-of.ts';

const listed = {
  id: true,
  code: true,
  role: true,
  inviteeName: true,
  createdAt: true,
  expiresAt: true,
  usedAt: true,
  usedChannel: true,
  withdrawnAt: true,
  unitId: true,
  unit: { select: { name: true } },
  usedBy: { select: { name: true } },
  linksTo: { select: { id: true, name: true } },
} satisfies Prisma.InvitationSelect;

/** An invitation as an officer sees it in a list. */
export type ListedInvitation = Prisma.InvitationGetPayload<{ select: typeof listed }>;

interface Page {
  limit: number;
  offset: number;
}

/** Lists codes that can still be used, the newest first, with the total. */
export async function listUnusedInvitations(
  reader: Reader,
  now: Date,
  page: Page,
): Promise<{ items: ListedInvitation[]; total: number }> {
  const where = { usedAt: null, withdrawnAt: null, expiresAt: { gt: now }, role: { not: null } };
  return pageOf(reader, where, { id: 'desc' }, page);
}

/** Lists used invitations, the latest first: who joined, when, on which channel. */
export async function listUsedInvitations(
  reader: Reader,
  page: Page,
): Promise<{ items: ListedInvitation[]; total: number }> {
  return pageOf(reader, { usedAt: { not: null }, role: { not: null } }, { usedAt: 'desc' }, page);
}

/** Reads one invitation; null when there is none. */
export async function findInvitationById(reader: Reader, id: number): Promise<ListedInvitation | null> {
  return reader.invitation.findUnique({ where: { id }, select: listed });
}

async function pageOf(
  reader: Reader,
  where: Prisma.InvitationWhereInput,
  order: Prisma.InvitationOrderByWithRelationInput,
  { limit, offset }: Page,
): Promise<{ items: ListedInvitation[]; total: number }> {
  const [total, items] = await Promise.all([
    reader.invitation.count({ where }),
    reader.invitation.findMany({
      where,
      orderBy: [order, { id: 'desc' }],
      take: limit,
      // A forged button may ask for a page beyond what a query can skip.
      skip: Math.min(offset, 2_000_000_000),
      select: listed,
    }),
  ]);
  return { items, total };
}

/** One invitation of a list. */
export interface Invitee {
  name: string | null;
  role: Role;
  unitId: number | null;
}

/**
 * Creates the invitations of a list, in the transaction that settles its draft. Returns their ids
 * in the list's order.
 */
export async function inviteAll(
  tx: Prisma.TransactionClient,
  invitees: Invitee[],
  by: { personId: number; key: string; at: Date },
): Promise<number[]> {
  const expiresAt = new Date(by.at.getTime() + invitationDays * 86_400_000);
  const officeId = await findOfficeOf(tx, by.personId);
  const made = await tx.invitation.createManyAndReturn({
    data: invitees.map(({ name, role, unitId }, n) => ({
      code: createCode(),
      role,
      unitId,
      officeId: unitId === null ? officeId : null,
      inviteeName: name,
      createdById: by.personId,
      createdAt: by.at,
      expiresAt,
      madeBy: `${by.key}:${n}`,
    })),
    select: { id: true },
  });
  return made.map(({ id }) => id);
}
