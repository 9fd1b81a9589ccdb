import { closeDraft, lockDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { type Transaction, transact } from '../store/transaction.ts';
import { lockUnit } from '../units/lock-unit.ts';
import { type ChangesFostering, recordFostering } from './record-fostering.ts';
import type { FosteringOf, PlannedStep } from './step.ts';

/**
 * Saves a unit's fostering plan, or adds steps to it. Where another person of the unit has saved
 * one since, the steps are added to that and the leader stays (`joined`). Closes the draft that
 * held the steps; the same draft again changes nothing. Throws `fostering-plan-unknown` when steps
 * are added to none, `exemplar-not-found`, `plan-closed` and `draft-gone`.
 */
export async function saveSteps(
  db: Database,
  given: FosteringOf & { lead?: string; steps: PlannedStep[]; draftId: number },
  by: ChangesFostering,
): Promise<{ joined: boolean }> {
  const { planId, unitId, lead, steps, draftId } = given;
  return transact(db, async (tx) => {
    const unit = await lockUnit(tx.sql, unitId);
    const draft = await lockDraft(tx.sql, draftId);
    if (draft?.state === 'done') return { joined: false };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    unit.requireActive();
    await requireOpenPlan(tx.sql, planId);
    await requireOwnExemplars(tx, unitId, steps);
    const before = await tx.prisma.fosteringPlan.findUnique({ where: { planId_unitId: { planId, unitId } } });
    if (!before && lead === undefined) throw new DomainError('fostering-plan-unknown');
    const { id } = before ?? (await makePlan(tx, { planId, unitId, lead: lead ?? '' }, by));
    await addSteps(tx, id, steps, by);
    await closeDraft(tx.sql, draftId, 'done', by.at, { fosteringPlanId: id });
    return { joined: before !== null && lead !== undefined };
  });
}

async function makePlan(
  { prisma }: Transaction,
  { planId, unitId, lead }: FosteringOf & { lead: string },
  by: ChangesFostering,
): Promise<{ id: number }> {
  const made = await prisma.fosteringPlan.create({
    data: { planId, unitId, lead, savedAt: by.at, byId: by.personId },
    select: { id: true },
  });
  await recordFostering(prisma, [{ fosteringPlanId: made.id, action: 'save', after: { lead } }], by);
  return made;
}

async function addSteps(
  { prisma }: Transaction,
  fosteringPlanId: number,
  steps: PlannedStep[],
  by: ChangesFostering,
): Promise<void> {
  const added = await prisma.fosteringStep.createManyAndReturn({
    data: steps.map((step) => ({ ...step, fosteringPlanId, dueOn: new Date(step.dueOn) })),
    select: { id: true },
  });
  const lines = added.flatMap(({ id: stepId }, i) => {
    const step = steps[i];
    return step ? [{ fosteringPlanId, stepId, action: 'add' as const, after: { ...step } }] : [];
  });
  await recordFostering(prisma, lines, by);
}

/** An exemplar may have gone to another unit since the step was written. */
async function requireOwnExemplars(
  { prisma }: Transaction,
  unitId: number,
  steps: PlannedStep[],
): Promise<void> {
  const named = [...new Set(steps.flatMap(({ exemplarId }) => exemplarId ?? []))];
  const own = await prisma.exemplar.count({ where: { id: { in: named }, unitId } });
  if (own < named.length) throw new DomainError('exemplar-not-found');
}
