import { z } from 'zod';
import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transaction.ts';
import { lockUnit } from '../units/lock-unit.ts';
import { addFiling, type NewFiling } from './file.ts';

const returned = z.object({ kind: z.literal('nil'), filingId: z.number(), late: z.boolean() });

/** The result of a nil return, which the draft also stores. */
export type NilReturn = z.infer<typeof returned>;

/**
 * Records that a unit has nothing to hand in for a duty this time, with the reason. It is a version
 * of the duty's document without files, and fulfils the duty as one. The same draft again returns
 * the first result and writes nothing. Throws `unit-unknown`, `plan-closed` and `draft-gone`.
 */
export async function recordNilReturn(
  deps: { db: Database; plan: LoadedPlan },
  nil: NewFiling & { reason: string },
): Promise<NilReturn & { deliveries: number[] }> {
  const { draftId, reason, ...filing } = nil;
  return transact(deps.db, async ({ prisma, sql }) => {
    const unit = await lockUnit(sql, filing.unitId);
    const draft = await holdDraft(prisma, draftId);
    if (draft?.state === 'done') return { ...returned.parse(draft.result), deliveries: [] };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    unit.requireActive();
    await requireOpenPlan(sql, deps.plan.id);
    const added = await addFiling({ prisma, sql }, deps.plan, { ...filing, nilReason: reason });
    const result: NilReturn = { kind: 'nil', filingId: added.filingId, late: added.late };
    await endHeldDraft(prisma, draftId, 'done', filing.at, result);
    return { ...result, deliveries: added.deliveries };
  });
}
