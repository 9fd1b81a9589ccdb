import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { tellOfficers } from '../deliveries/tell-officers.ts';
import { DomainError } from '../errors.ts';
import { closeDraft, type Draft, lockDraft } from '../forms/draft.ts';
import { localDate } from '../plan/calendar.ts';
import { duesOf, isLate } from '../plan/due.ts';
import type { Plan } from '../plan/plan.ts';
import { quotaOf } from '../plan/quota.ts';
import { type Database, inTransaction } from '../store/database.ts';
import { filesOfDraft, leaveOutFiles } from './attachments.ts';
import { countCounting, exemplarById, recordChange } from './exemplar.ts';
import { type Registration, registration, registrationColumns } from './registration.ts';
import { searchName } from './search-name.ts';

export interface Submitted {
  kind: 'submitted';
  exemplarId: number;
  code: string;
  name: string;
  unitId: number;
  late: boolean;
  overQuota: boolean;
  /** How many of the unit count now, this one included. */
  counted: number;
}

/** The unit's maximum is reached: a reason is needed before it can be submitted as an exception. */
export interface NeedsReason {
  kind: 'needs-reason';
  counted: number;
  max: number;
}

/**
 * Submits a registration draft (Plan 101, IV.1, V.1), or submits again an exemplar that is being mended. Quota, lateness
 * and the code are decided in one transaction that holds the unit, so that of two liaisons who submit at the same
 * instant only one gets the last place. Submitting a draft again gives what it gave the first time.
 * Throws `exemplar-not-editable` when the exemplar being mended has been decided meanwhile.
 */
export async function submitExemplar(
  deps: { db: Database; plan: Plan; clock: Clock },
  by: { draft: Draft; personId: number; channel: string; onBehalf: boolean },
): Promise<Submitted | NeedsReason> {
  const { db, plan } = deps;
  const facts = registration.parse(by.draft.answers);
  const at = deps.clock.now();
  return inTransaction(db.pool, async (client) => {
    const kind = await lockUnit(client, facts.unitId);
    const draft = await lockDraft(client, by.draft.id);
    if (draft?.state === 'done') return draft.result as Submitted;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');

    const mendedId =
      typeof by.draft.subject.exemplarId === 'number' ? by.draft.subject.exemplarId : undefined;
    const counted = await countCounting(client, facts.unitId, mendedId);
    const max = quotaOf(plan, kind)?.max ?? null;
    const overQuota = max !== null && counted >= max;
    if (overQuota && !facts.exceptionReason) return { kind: 'needs-reason', counted, max };

    const saved =
      mendedId === undefined
        ? await insert(client, { facts, at, overQuota, plan, personId: by.personId })
        : await mend(client, { id: mendedId, facts, overQuota });
    await leaveOutFiles(client, draft, at);
    await client.query('update attachment set exemplar_id = $2 where draft_id = $1 and removed_at is null', [
      by.draft.id,
      saved.id,
    ]);
    const { length: files } = await filesOfDraft(client, draft);
    await recordChange(client, {
      exemplarId: saved.id,
      at,
      personId: by.personId,
      channel: by.channel,
      action: mendedId === undefined ? 'submit' : 'resubmit',
      reason: facts.exceptionReason,
      before: saved.before,
      after: { ...facts, files, status: 'submitted', ...(by.onBehalf ? { onBehalf: true } : {}) },
    });
    if (saved.wasReturned) {
      await tellOfficers(client, {
        about: { exemplarId: saved.id },
        key: `exemplar:${saved.id}:draft:${by.draft.id}`,
        byPersonId: by.personId,
        at,
      });
    }
    const result: Submitted = {
      kind: 'submitted',
      exemplarId: saved.id,
      code: saved.code,
      name: facts.name,
      unitId: facts.unitId,
      late: saved.late,
      overQuota,
      counted: counted + 1,
    };
    await closeDraft(client, by.draft.id, 'done', at, result);
    return result;
  });
}

async function lockUnit(client: pg.PoolClient, unitId: number): Promise<string> {
  const { rows } = await client.query<{ kind: string }>('select kind from unit where id = $1 for update', [
    unitId,
  ]);
  const kind = rows[0]?.kind;
  if (kind === undefined) throw new DomainError('unit-unknown');
  return kind;
}

interface Saved {
  id: number;
  code: string;
  late: boolean;
  before?: object;
  /** An officer had sent it back, and looks at it again. */
  wasReturned?: boolean;
}

async function insert(
  client: pg.PoolClient,
  given: { facts: Registration; at: Date; overQuota: boolean; plan: Plan; personId: number },
): Promise<Saved> {
  const { facts, at, plan } = given;
  const year = Number(localDate(at, plan.zone).slice(0, 4));
  const number = await client.query<{ last: number; unit: string }>(
    `insert into exemplar_counter (unit_id, year, last) values ($1, $2, 1)
     on conflict (unit_id, year) do update set last = exemplar_counter.last + 1
     returning last, (select code from unit where id = $1) as unit`,
    [facts.unitId, year],
  );
  const { last = 0, unit = '' } = number.rows[0] ?? {};
  const code = `${unit}-${year}-${String(last).padStart(3, '0')}`;
  const late = registrationIsLate(plan, at);
  const columns = Object.values(registrationColumns);
  const values = Object.keys(registrationColumns).map((key) => facts[key as keyof Registration]);
  const { rows } = await client.query<{ id: number }>(
    `insert into exemplar (${columns.join(', ')}, code, year, search_name, status, late, over_quota, submitted_at, submitted_by_id)
     values (${values.map((_, i) => `$${i + 1}`).join(', ')}, ${[1, 2, 3].map((i) => `$${values.length + i}`).join(', ')},
             'submitted', ${[4, 5, 6, 7].map((i) => `$${values.length + i}`).join(', ')})
     returning id`,
    [...values, code, year, searchName(facts.name), late, given.overQuota, at, given.personId],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('an exemplar was not inserted');
  return { id, code, late };
}

/** Whether the list was due before `at`, by the duty that registration fulfils (Plan 101, V.1). */
export function registrationIsLate(plan: Plan, at: Date): boolean {
  const duty = plan.duties.find((d) => d.fulfilledBy === 'registration');
  const due = duesOf(plan).find((d) => d.duty === duty?.code);
  return due !== undefined && isLate(due, at);
}

async function mend(
  client: pg.PoolClient,
  given: { id: number; facts: Registration; overQuota: boolean },
): Promise<Saved> {
  const before = await exemplarById(client, given.id, true);
  if (!before) throw new DomainError('exemplar-not-found');
  if (before.status !== 'returned' && before.status !== 'submitted') {
    throw new DomainError('exemplar-not-editable', { code: before.code });
  }
  const keys = Object.keys(registrationColumns) as (keyof Registration)[];
  await client.query(
    `update exemplar set ${keys.map((key, i) => `${registrationColumns[key]} = $${i + 1}`).join(', ')},
       search_name = $${keys.length + 1}, over_quota = $${keys.length + 2}, status = 'submitted',
       decided_at = null, decided_by_id = null
     where id = $${keys.length + 3}`,
    [...keys.map((key) => given.facts[key]), searchName(given.facts.name), given.overQuota, given.id],
  );
  const facts = Object.fromEntries(keys.map((key) => [key, before[key]]));
  const { code, late, files, status } = before;
  return {
    id: given.id,
    code,
    late,
    before: { ...facts, files, status },
    wasReturned: status === 'returned',
  };
}
