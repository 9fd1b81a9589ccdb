import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import type { Reader } from '../store/reader.ts';
import type { Sql } from '../store/sql.ts';
import { transact } from '../store/transaction.ts';

/** Finds how many delegates go: what an officer said last, else the plan; undefined: no number. */
export async function findDelegateNumber(
  reader: Reader,
  plan: Pick<LoadedPlan, 'id' | 'conference'>,
): Promise<number | undefined> {
  const said = await reader.delegateNumber.findFirst({
    where: { planId: plan.id },
    orderBy: { id: 'desc' },
    select: { delegates: true },
  });
  return said ? (said.delegates ?? undefined) : plan.conference?.delegates;
}

/** Reads the same on a given connection, such as a report's snapshot. */
export async function readDelegateNumber(
  sql: Sql,
  plan: Pick<LoadedPlan, 'id' | 'conference'>,
): Promise<number | undefined> {
  const { rows } = await sql.query<{ delegates: number | null }>(
    'select delegates from delegate_number where plan_id = $1 order by id desc limit 1',
    [plan.id],
  );
  const [said] = rows;
  return said ? (said.delegates ?? undefined) : plan.conference?.delegates;
}

/**
 * Records how many delegates an officer wants; null: no number. The same draft again changes
 * nothing. Throws `plan-closed` and `draft-gone`.
 */
export async function setDelegateNumber(
  db: Database,
  { planId, delegates, draftId }: { planId: number; delegates: number | null; draftId: number },
  { personId, channel, at }: { personId: number; channel: string; at: Date },
): Promise<void> {
  await transact(db, async ({ prisma, sql }) => {
    const draft = await holdDraft(prisma, draftId);
    if (draft?.state === 'done') return;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    await requireOpenPlan(sql, planId);
    await prisma.delegateNumber.create({ data: { planId, delegates, at, byId: personId, channel } });
    await endHeldDraft(prisma, draftId, 'done', at, {});
  });
}
