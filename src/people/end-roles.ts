import { settleDraft } from '../drafts/settle-draft.ts';
import { DomainError } from '../errors.ts';
import type { Prisma, PrismaClient } from '../store/generated/client.ts';
import { transact } from '../store/transaction.ts';
import { closeUploadLinks } from './hold-drafts.ts';
import { keepAnOfficer } from './officers-left.ts';
import { type Actor, lastPersonChange, recordPersonChange } from './person-change.ts';

/**
 * What an officer decided about one person's roles or accounts, by a draft that is settled with it.
 */
export interface PersonDecision {
  personId: number;
  draftId: number;
  reason: string;
  by: Actor;
  at: Date;
}

const held = {
  id: true,
  role: true,
  unitId: true,
  unit: { select: { name: true } },
} as const satisfies Prisma.MembershipSelect;

/** A living role of a person, locked. */
type HeldRole = Prisma.MembershipGetPayload<{ select: typeof held }>;

/**
 * Ends roles of a person at once: the rights go with the next update on any channel, nudges and
 * notices about the unit are dropped when they come to be sent, upload pages close, the person is
 * told. Drafts stay for the unit. Doing the same draft again does nothing. Gives the deliveries to
 * send. Throws `role-over` (with who ended it and when) and `last-officer`.
 */
export async function endRoles(
  prisma: PrismaClient,
  decision: PersonDecision & { membershipIds: number[] },
): Promise<number[]> {
  const { personId, draftId, membershipIds, reason, by, at } = decision;
  return transact({ prisma }, async ({ prisma: tx }) => {
    if (!(await settleDraft(tx, draftId, at, { membershipIds }))) return [];
    const roles = await lockRoles(tx, personId, membershipIds);
    if (roles.some(({ role }) => role === 'officer')) await keepAnOfficer(tx, { membershipIds });
    const deliveries: number[] = [];
    for (const { id, role, unitId, unit } of roles) {
      await tx.membership.update({ where: { id }, data: { until: at } });
      const changeId = await recordPersonChange(tx, {
        personId,
        at,
        by,
        reason,
        action: 'role_ended',
        membershipId: id,
        before: { role, unitId, unit: unit?.name ?? null },
        after: {},
      });
      deliveries.push(await tell(tx, personId, 'role_ended', changeId, at));
    }
    await closeUploadLinks(tx, personId);
    return deliveries;
  });
}

/**
 * Locks living roles of a person. Throws `role-over` when one of them has ended, with who ended it
 * and when.
 */
export async function lockRoles(
  tx: Prisma.TransactionClient,
  personId: number,
  membershipIds: number[],
): Promise<HeldRole[]> {
  await tx.$queryRaw`
    select 1 from membership
    where id = any (${membershipIds}::int[]) and person_id = ${personId} and until is null
    order by id for update`;
  const roles = await tx.membership.findMany({
    where: { id: { in: membershipIds }, personId, until: null },
    orderBy: { id: 'asc' },
    select: held,
  });
  const missing = membershipIds.find((id) => !roles.some((role) => role.id === id));
  if (missing === undefined && roles.length > 0) return roles;
  const of = missing === undefined ? { personId } : { membershipId: missing };
  const ended = await lastPersonChange(tx, of, ['role_ended', 'unit_moved']);
  throw new DomainError('role-over', ended ?? { who: '–', when: '' });
}

/** Writes down that the person is to be told of a change; gives the delivery's id. */
export async function tell(
  tx: Prisma.TransactionClient,
  personId: number,
  kind: string,
  changeId: number,
  at: Date,
  to: { accountId?: number } = {},
): Promise<number> {
  const key = `${kind}:${changeId}${to.accountId === undefined ? '' : ':account'}`;
  const { id } = await tx.delivery.create({
    data: { key, personId, kind, payload: { changeId, ...to }, createdAt: at },
    select: { id: true },
  });
  return id;
}
