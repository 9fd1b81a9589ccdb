import { settleDraft } from '../drafts/settle-draft.ts';
import { DomainError } from '../errors.ts';
import type { Prisma, PrismaClient } from '../store/generated/client.ts';
import { transact } from '../store/transaction.ts';
import { closeUploadLinks } from './hold-drafts.ts';
import { requireOfficerLeft } from './officers-left.ts';
import { type Actor, findLastPersonChange, recordPersonChange } from './person-change.ts';

/**
 * An officer's decision about one person's roles or accounts, in a draft that is settled with it.
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
 * Ends roles of a person at once. The rights end with the next update on any channel, nudges and
 * notices about the unit are dropped at sending, upload pages close, and the person is told. Drafts
 * stay for the unit. The same draft again does nothing. Returns the deliveries to send. Throws
 * `role-over` (with who ended it and when) and `last-officer`.
 */
export async function endRoles(
  prisma: PrismaClient,
  decision: PersonDecision & { membershipIds: number[] },
): Promise<number[]> {
  const { personId, draftId, membershipIds, reason, by, at } = decision;
  return transact({ prisma }, async ({ prisma: tx }) => {
    if (!(await settleDraft(tx, draftId, at, { membershipIds }))) return [];
    const roles = await lockRoles(tx, personId, membershipIds);
    if (roles.some(({ role }) => role === 'officer')) await requireOfficerLeft(tx, { membershipIds });
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
      deliveries.push(await recordPersonNotice(tx, personId, 'role_ended', changeId, at));
    }
    await closeUploadLinks(tx, personId);
    return deliveries;
  });
}

/**
 * Locks living roles of a person. Throws `role-over`, with who ended it and when, when one of them
 * has ended.
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
  const ended = await findLastPersonChange(tx, of, ['role_ended', 'unit_moved']);
  throw new DomainError('role-over', ended ?? { who: '–', when: '' });
}

/** Records a delivery that tells the person of a change; returns its id. */
export async function recordPersonNotice(
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
