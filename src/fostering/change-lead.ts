import { closeDraft, lockDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transaction.ts';
import { lockUnit } from '../units/lock-unit.ts';
import { type ChangesFostering, recordFostering } from './record-fostering.ts';
import type { FosteringOf } from './step.ts';

/**
 * Names another leader of a unit's fostering plan. Closes the draft; the same draft again changes
 * nothing, nor does the leader's present name. Throws `fostering-plan-unknown`, `plan-closed` and
 * `draft-gone`.
 */
export async function changeLead(
  db: Database,
  { planId, unitId, lead, draftId }: FosteringOf & { lead: string; draftId: number },
  by: ChangesFostering,
): Promise<void> {
  await transact(db, async ({ prisma, sql }) => {
    await lockUnit(sql, unitId);
    const draft = await lockDraft(sql, draftId);
    if (draft?.state === 'done') return;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    await requireOpenPlan(sql, planId);
    const plan = await prisma.fosteringPlan.findUnique({ where: { planId_unitId: { planId, unitId } } });
    if (!plan) throw new DomainError('fostering-plan-unknown');
    if (plan.lead !== lead) {
      await prisma.fosteringPlan.update({ where: { id: plan.id }, data: { lead } });
      const change = { fosteringPlanId: plan.id, action: 'lead' as const };
      await recordFostering(prisma, [{ ...change, before: { lead: plan.lead }, after: { lead } }], by);
    }
    await closeDraft(sql, draftId, 'done', by.at, { fosteringPlanId: plan.id });
  });
}
