import type { Clock } from '../clock.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import type { ExemplarStatus } from '../store/generated/enums.ts';
import { transact } from '../store/transaction.ts';
import { type Exemplar, exemplarById, recordChange } from './exemplar.ts';
import { lastChangeId } from './mending.ts';
import { tellLiaisons } from './tell-liaisons.ts';

/** An officer's decision on a submitted exemplar. */
export type Decision =
  | { action: 'approve' }
  /** `fields` are keys of the registration form's questions. */
  | { action: 'return'; fields: string[]; reason: string }
  | { action: 'reject'; reason: string };

const statusAfter = {
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
} as const satisfies Record<Decision['action'], ExemplarStatus>;

/**
 * Decides on a submitted exemplar, as an officer; the notices to its liaisons are written in the
 * same transaction. Approving one above the maximum accepts the exception. Of two officers at once
 * the second gets `exemplar-already-decided` with who and when; the same decision by the same
 * officer again changes nothing. `seen`: the last line of the history on the officer's screen; an
 * exemplar changed after it is not decided (`exemplar-changed`). Returns the deliveries to send.
 */
export async function decide(
  deps: { db: Database; clock: Clock },
  exemplarId: number,
  decision: Decision,
  by: { personId: number; channel: string; seen?: number | undefined },
): Promise<{ exemplar: Exemplar; deliveries: number[] }> {
  const at = deps.clock.now();
  const status = statusAfter[decision.action];
  return transact(deps.db, async ({ prisma, sql: client }) => {
    const before = await exemplarById(client, exemplarId, true);
    if (!before) throw new DomainError('exemplar-not-found');
    if (before.status !== 'submitted') {
      if (before.status === status && before.decidedById === by.personId)
        return { exemplar: before, deliveries: [] };
      throw new DomainError('exemplar-already-decided', {
        code: before.code,
        who: before.decidedByName ?? '–',
        when: before.decidedAt?.toISOString() ?? '',
        status: before.status,
      });
    }
    await requireOpenPlan(client, before.planId);
    // Read under the lock: changes sent while this waited for it count.
    if (by.seen !== undefined && (await lastChangeId(client, exemplarId)) > by.seen)
      throw new DomainError('exemplar-changed', { code: before.code });
    const reason = decision.action === 'approve' ? null : decision.reason;
    const fields = decision.action === 'return' ? decision.fields : [];
    await prisma.exemplar.update({
      where: { id: exemplarId },
      data: {
        status,
        decidedAt: at,
        decidedById: by.personId,
        decisionReason: reason,
        returnedFields: fields,
      },
    });
    const changeId = await recordChange(client, {
      exemplarId,
      at,
      personId: by.personId,
      channel: by.channel,
      action: decision.action,
      reason,
      before: { status: 'submitted' },
      after: { status, ...(fields.length > 0 ? { returnedFields: fields } : {}) },
    });
    const deliveries = await tellLiaisons(prisma, before, { action: decision.action, at, changeId });
    return { exemplar: { ...before, status, decidedAt: at, decidedById: by.personId }, deliveries };
  });
}
