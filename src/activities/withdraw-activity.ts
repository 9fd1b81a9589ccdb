import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transaction.ts';
import { activityById } from './activity.ts';
import type { LogsActivity } from './save-activity.ts';

/**
 * Withdraws an activity with a reason: it stays and counts nowhere. Closes the draft with the
 * reason; the same draft again changes nothing. Throws `activity-gone` for one that was withdrawn,
 * `plan-closed` and `draft-gone`.
 */
export async function withdrawActivity(
  db: Database,
  given: { activityId: number; reason: string; draftId: number },
  by: Omit<LogsActivity, 'as'>,
): Promise<void> {
  const { activityId, reason, draftId } = given;
  await transact(db, async ({ prisma, sql }) => {
    const draft = await holdDraft(prisma, draftId);
    if (draft?.state === 'done') return;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    await sql.query('select 1 from activity where id = $1 for update', [activityId]);
    const activity = await activityById(prisma, activityId);
    if (!activity || activity.withdrawnAt) throw new DomainError('activity-gone');
    await requireOpenPlan(sql, activity.planId);
    await prisma.activity.update({
      where: { id: activityId },
      data: { withdrawnAt: by.at, withdrawReason: reason },
    });
    await prisma.activityChange.create({
      data: {
        ...{ activityId, at: by.at, personId: by.personId, channel: by.channel },
        ...{ action: 'withdraw', reason },
      },
    });
    await endHeldDraft(prisma, draftId, 'done', by.at, { activityId });
  });
}
