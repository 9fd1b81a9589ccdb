import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { closeDraft, lockDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import type { Plan } from '../plan/plan.ts';
import { quotaOf } from '../plan/quota.ts';
import type { Database } from '../store/database.ts';
import { inTransaction } from '../store/sql.ts';
import { countCounting, type Exemplar, exemplarById, recordChange } from './exemplar.ts';
import { tellLiaisons } from './tell-liaisons.ts';

/** An exemplar that waits again, and how many of its unit count now. */
export interface Reopened {
  exemplar: Exemplar;
  counted: number;
  /** The unit's maximum; null without one. */
  max: number | null;
  deliveries: number[];
}

/**
 * Takes an officer's decision back: an approved, returned or rejected exemplar is submitted again,
 * with a reason, and the liaison is told. Holds the unit and counts its quota: what did not count
 * takes a place again, and above the maximum it waits as an exception; what was approved keeps the
 * place that it had. Closes the draft that held the reason; the same draft again changes nothing.
 * Throws `exemplar-not-found`, `exemplar-not-decided` (with who reopened it, and when) and
 * `draft-gone`.
 */
export async function reopenExemplar(
  deps: { db: Database; plan: Plan; clock: Clock },
  exemplarId: number,
  by: { personId: number; channel: string; reason: string; draftId: number },
): Promise<Reopened> {
  const at = deps.clock.now();
  return inTransaction(deps.db.pool, async (client) => {
    await client.query(
      'select 1 from unit where id = (select unit_id from exemplar where id = $1) for update',
      [exemplarId],
    );
    const draft = await lockDraft(client, by.draftId);
    const before = await exemplarById(client, exemplarId, true);
    if (!before) throw new DomainError('exemplar-not-found');
    const others = await countCounting(client, before.unitId, exemplarId);
    const { max } = quotaOf(deps.plan, before.unitKind);
    const reopened = { counted: others + 1, max, deliveries: [] };
    if (draft?.state === 'done') return { ...reopened, exemplar: before };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    if (before.status === 'submitted' || before.status === 'withdrawn')
      throw await notDecided(client, before);

    const full = max !== null && others >= max;
    const overQuota = before.status === 'approved' ? before.overQuota && full : full;
    await client.query(
      `update exemplar set status = 'submitted', over_quota = $2, decided_at = null, decided_by_id = null,
         decision_reason = null, returned_fields = '{}'
       where id = $1`,
      [exemplarId, overQuota],
    );
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
    const deliveries = await tellLiaisons(client, before, { action: 'reopen', at, changeId });
    await closeDraft(client, by.draftId, 'done', at, { exemplarId });
    const exemplar = await exemplarById(client, exemplarId);
    return { ...reopened, exemplar: exemplar ?? before, deliveries };
  });
}

/** The refusal to reopen what waits already, or what its unit has withdrawn. */
async function notDecided(client: pg.PoolClient, { id, code, status }: Exemplar): Promise<DomainError> {
  const { rows } = await client.query<{ who: string | null; at: Date }>(
    `select p.name as who, c.at from exemplar_change c left join person p on p.id = c.person_id
     where c.exemplar_id = $1 and c.action = $2 order by c.id desc limit 1`,
    [id, status === 'withdrawn' ? 'withdraw' : 'reopen'],
  );
  const [last] = rows;
  const reopened = status === 'submitted' && last ? 'reopened' : status;
  return new DomainError('exemplar-not-decided', {
    code,
    status: reopened,
    who: last?.who ?? '–',
    when: last?.at.toISOString() ?? '',
  });
}
