import { settleDraft } from '../drafts/settle-draft.ts';
import { DomainError } from '../errors.ts';
import type { PrismaClient } from '../store/generated/client.ts';
import { transact } from '../store/transaction.ts';
import { lockRoles, type PersonDecision, recordPersonNotice } from './end-roles.ts';
import { closeUploadLinks } from './hold-drafts.ts';
import { recordPersonChange } from './person-change.ts';

/**
 * Moves a role of a person to another unit. The old role ends and the same role begins there at one
 * instant. Work begun for the old unit stays with it. The same draft again does nothing. Returns
 * the deliveries to send. Throws `role-over`, `role-held` when the person has that role there
 * already, `unit-unknown` when the unit is not active.
 */
export async function moveUnit(
  prisma: PrismaClient,
  decision: PersonDecision & { membershipId: number; unitId: number },
): Promise<number[]> {
  const { personId, draftId, membershipId, unitId, reason, by, at } = decision;
  return transact({ prisma }, async ({ prisma: tx }) => {
    if (!(await settleDraft(tx, draftId, at, { membershipId, unitId }))) return [];
    const [held] = await lockRoles(tx, personId, [membershipId]);
    if (held?.unitId == null) throw new DomainError('not-allowed');
    const unit = await tx.unit.findFirst({ where: { id: unitId, active: true }, select: { name: true } });
    if (!unit) throw new DomainError('unit-unknown');
    const { role } = await tx.membership.update({ where: { id: membershipId }, data: { until: at } });
    const there = await tx.membership.findFirst({ where: { personId, role, unitId, until: null } });
    if (there || held.unitId === unitId) throw new DomainError('role-held', { unit: unit.name });
    const given = await tx.membership.create({ data: { personId, role, unitId, since: at } });
    const changeId = await recordPersonChange(tx, {
      personId,
      at,
      by,
      reason,
      action: 'unit_moved',
      membershipId,
      before: { role, unitId: held.unitId, unit: held.unit?.name ?? null },
      after: { role, unitId, unit: unit.name, membershipId: given.id },
    });
    await closeUploadLinks(tx, personId);
    return [await recordPersonNotice(tx, personId, 'unit_moved', changeId, at)];
  });
}
