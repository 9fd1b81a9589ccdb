import { handOverFiles } from '../attachments/owner-files.ts';
import { closeDraft, lockDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import type { LocalDate } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import { type Transaction, transact } from '../store/transaction.ts';
import { stepById } from './read-fostering.ts';
import { type ChangesFostering, recordFostering } from './record-fostering.ts';
import { type FosteringStep, isOpenStep } from './step.ts';

/** A change of one step. `done` and `move` name a day, `drop` and `reopen` a reason. */
export type StepChange =
  | { action: 'done'; on: LocalDate }
  | { action: 'move'; to: LocalDate }
  | { action: 'drop'; reason: string }
  | { action: 'reopen'; reason: string };

/**
 * Ticks a step off, moves it, drops it, or opens it again. The files of the draft become evidence
 * of a step that is done. Closes the draft; the same draft again changes nothing. Throws
 * `fostering-step-over` where another person has settled the step since, `fostering-step-open` for
 * one that need not be opened again, `fostering-step-unknown`, `plan-closed` and `draft-gone`.
 */
export async function changeStep(
  db: Database,
  { stepId, draftId, change }: { stepId: number; draftId: number; change: StepChange },
  by: ChangesFostering,
): Promise<FosteringStep> {
  return transact(db, async (tx) => {
    const { fosteringPlanId, step } = await lockStep(tx, stepId);
    const draft = await lockDraft(tx.sql, draftId);
    if (draft?.state === 'done') return step;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    await requireOpenPlan(tx.sql, step.planId);
    refuseOver(step, change);
    const { set, before, after } = effectOf(step, change, by.at);
    await tx.prisma.fosteringStep.update({ where: { id: stepId }, data: set });
    const reason = 'reason' in change ? { reason: change.reason } : {};
    const { action } = change;
    await recordFostering(tx.prisma, [{ fosteringPlanId, stepId, action, ...reason, before, after }], by);
    if (action === 'done') await handOverFiles(tx.sql, draftId, { fosteringStepId: stepId });
    await closeDraft(tx.sql, draftId, 'done', by.at, { stepId });
    return stepById(tx.prisma, stepId);
  });
}

async function lockStep({ prisma, sql }: Transaction, stepId: number) {
  const { rows } = await sql.query<{ fosteringPlanId: number }>(
    'select fostering_plan_id as "fosteringPlanId" from fostering_step where id = $1 for update',
    [stepId],
  );
  return { fosteringPlanId: rows[0]?.fosteringPlanId ?? 0, step: await stepById(prisma, stepId) };
}

function refuseOver(step: FosteringStep, { action }: StepChange): void {
  if (action === 'reopen' && isOpenStep(step)) throw new DomainError('fostering-step-open');
  if (action !== 'reopen' && !isOpenStep(step)) throw new DomainError('fostering-step-over');
}

interface StepEffect {
  set: Prisma.FosteringStepUpdateInput;
  before: Prisma.InputJsonObject;
  after: Prisma.InputJsonObject;
}

function effectOf(step: FosteringStep, change: StepChange, at: Date): StepEffect {
  switch (change.action) {
    case 'done':
      return { set: { doneOn: new Date(change.on) }, before: {}, after: { doneOn: change.on } };
    case 'move':
      return {
        set: { dueOn: new Date(change.to) },
        before: { dueOn: step.dueOn },
        after: { dueOn: change.to },
      };
    case 'drop':
      return { set: { droppedAt: at, dropReason: change.reason }, before: {}, after: { dropped: true } };
    case 'reopen':
      return {
        set: { doneOn: null, droppedAt: null, dropReason: null },
        before: { doneOn: step.doneOn, dropped: step.droppedAt !== null },
        after: {},
      };
  }
}
