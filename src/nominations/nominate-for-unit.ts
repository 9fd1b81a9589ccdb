import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transaction.ts';
import { lockUnit } from '../units/lock-unit.ts';
import { nominate, type WantedNomination } from './save-nominations.ts';
import { tellUnitOfNomination } from './tell-unit-of-nomination.ts';

/**
 * Nominates an approved exemplar for its unit, by an officer (Plan 101, IV.3), or changes the
 * grounds. The unit's liaisons are told. The same draft again changes nothing. Returns the id of
 * the nomination and the notices to send. Throws `exemplar-not-found`, `nomination-gone` for an
 * exemplar that is not approved or of another plan, `plan-closed` and `draft-gone`.
 */
export async function nominateForUnit(
  db: Database,
  wanted: WantedNomination & { planId: number; draftId: number },
  by: { personId: number; channel: string; at: Date },
): Promise<{ nominationId: number; unitId: number; deliveries: number[] }> {
  const { planId, exemplarId, grounds, draftId } = wanted;
  return transact(db, async ({ prisma, sql }) => {
    const exemplar = await prisma.exemplar.findUnique({
      where: { id: exemplarId },
      select: { unitId: true, planId: true, status: true, carried: { where: { planId } } },
    });
    if (!exemplar) throw new DomainError('exemplar-not-found');
    const unit = await lockUnit(sql, exemplar.unitId);
    const draft = await holdDraft(prisma, draftId);
    const { unitId, status, carried } = exemplar;
    const find = () =>
      prisma.nomination.findUniqueOrThrow({
        where: { planId_exemplarId: { planId, exemplarId } },
        select: { id: true, changes: { orderBy: { id: 'desc' }, take: 1, select: { id: true } } },
      });
    if (draft?.state === 'done') return { nominationId: (await find()).id, unitId, deliveries: [] };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    unit.requireActive();
    await requireOpenPlan(sql, planId);
    if (status !== 'approved' || (exemplar.planId !== planId && carried.length === 0))
      throw new DomainError('nomination-gone');
    const of = { planId, unitId };
    const changed = await nominate(prisma, of, { exemplarId, grounds }, { ...by, onBehalf: true });
    const { id, changes } = await find();
    await endHeldDraft(prisma, draftId, 'done', by.at, { nominationId: id });
    const deliveries = changed
      ? await tellUnitOfNomination(
          prisma,
          { id, unitId },
          { news: 'nominate', changeId: changes[0]?.id ?? 0, at: by.at },
        )
      : [];
    return { nominationId: id, unitId, deliveries };
  });
}
