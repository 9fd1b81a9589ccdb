import type { Clock } from '../clock.ts';
import { closeDraft, lockDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { quotaOfUnit } from '../plan/quota.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import type { Reader } from '../store/reader.ts';
import { transact } from '../store/transaction.ts';
import { countCounting, type Exemplar, exemplarById, recordChange, unitInPlanOf } from './exemplar.ts';
import { tellLiaisons } from './tell-liaisons.ts';

/** An exemplar that is in review again, and its unit's present count. */
export interface Reopened {
  exemplar: Exemplar;
  counted: number;
  /** The unit's maximum; null without one. */
  max: number | null;
  deliveries: number[];
}

/**
 * Takes an officer's decision back: an approved, returned or rejected exemplar is submitted again.
 * It needs a reason, and the liaison is told. Locks the unit and counts its quota: an exemplar that
 * did not count takes a place again, and above the maximum it waits as an exception; an approved
 * one keeps its place. Closes the draft that held the reason; the same draft again changes nothing.
 * Throws `exemplar-not-found`, `exemplar-not-decided` (with who reopened it, and when) and
 * `draft-gone`.
 */
export async function reopenExemplar(
  deps: { db: Database; plan: LoadedPlan; clock: Clock },
  exemplarId: number,
  by: { personId: number; channel: string; reason: string; draftId: number },
): Promise<Reopened> {
  const at = deps.clock.now();
  return transact(deps.db, async ({ prisma, sql: client }) => {
    await client.query(
      'select 1 from unit where id = (select unit_id from exemplar where id = $1) for update',
      [exemplarId],
    );
    const draft = await lockDraft(client, by.draftId);
    const before = await exemplarById(client, exemplarId, true);
    if (!before) throw new DomainError('exemplar-not-found');
    const others = await countCounting(client, before, exemplarId);
    const place = unitInPlanOf(before);
    const max = place ? quotaOfUnit(deps.plan, place).max : null;
    const reopened = { counted: others + 1, max, deliveries: [] };
    if (draft?.state === 'done') return { ...reopened, exemplar: before };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    if (before.status === 'submitted' || before.status === 'withdrawn')
      throw await notDecided(prisma, before);

    await requireOpenPlan(client, before.planId);

    const full = max !== null && others >= max;
    const overQuota = before.status === 'approved' ? before.overQuota && full : full;
    await prisma.exemplar.update({
      where: { id: exemplarId },
      data: {
        status: 'submitted',
        overQuota,
        decidedAt: null,
        decidedById: null,
        decisionReason: null,
        returnedFields: [],
      },
    });
    const changeId = await recordChange(client, {
      exemplarId,
      at,
      personId: by.personId,
      channel: by.channel,
      action: 'reopen',
      reason: by.reason,
      before: { status: before.status, overQuota: before.overQuota },
      after: { status: 'submitted', overQuota },
    });
    const deliveries = await tellLiaisons(prisma, before, { action: 'reopen', at, changeId });
    await closeDraft(client, by.draftId, 'done', at, { exemplarId });
    const exemplar = await exemplarById(client, exemplarId);
    return { ...reopened, exemplar: exemplar ?? before, deliveries };
  });
}

/** The refusal to reopen an exemplar that is in review already, or that its unit has withdrawn. */
async function notDecided(reader: Reader, { id, code, status }: Exemplar): Promise<DomainError> {
  const last = await reader.exemplarChange.findFirst({
    where: { exemplarId: id, action: status === 'withdrawn' ? 'withdraw' : 'reopen' },
    orderBy: { id: 'desc' },
    select: { at: true, person: { select: { name: true } } },
  });
  const reopened = status === 'submitted' && last ? 'reopened' : status;
  return new DomainError('exemplar-not-decided', {
    code,
    status: reopened,
    who: last?.person?.name ?? '–',
    when: last?.at.toISOString() ?? '',
  });
}
