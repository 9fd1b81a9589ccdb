import type pg from 'pg';
import { handOverFiles, leaveOutFiles, readLeftOut } from '../attachments/attachments.ts';
import type { Clock } from '../clock.ts';
import { tellOfficers } from '../deliveries/tell-officers.ts';
import { closeDraft, type Draft, lockDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import { localDate } from '../plan/calendar.ts';
import type { Occurrence } from '../plan/occurrence.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { quotaOfUnit, type UnitInPlan } from '../plan/quota.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { inTransaction } from '../store/sql.ts';
import { searchName } from '../text/search-name.ts';
import { lockUnit } from '../units/lock-unit.ts';
import { refuseUneditable } from './editable.ts';
import { countCounting, type Exemplar, exemplarById, recordChange } from './exemplar.ts';
import { followDraft, withPresentLeads } from './follow-leads.ts';
import { computeLateness, registrationTime } from './lateness.ts';
import { linesBeyond } from './mended-lines.ts';
import {
  type CaughtUp,
  catchUp,
  lastChangeId,
  mendingOf,
  mendingSubjectOf,
  readRegistrationSubject,
} from './mending.ts';
import { answersOf, type Registration, registration, storedFacts } from './registration.ts';

/** The result of a submission. */
export interface Submitted {
  kind: 'submitted';
  exemplarId: number;
  code: string;
  name: string;
  unitId: number;
  late: boolean;
  /** Registered after the due, when the minimum had been reached in time: *bổ sung*. */
  extra?: boolean;
  overQuota: boolean;
  /** How many exemplars of the unit count now, this one included. */
  counted: number;
}

/** The unit's maximum is reached: a reason is needed to submit it as an exception. */
export interface NeedsReason {
  kind: 'needs-reason';
  counted: number;
  max: number;
}

/**
 * Another person or an officer has changed the exemplar since the draft was opened: it was not
 * submitted.
 */
export interface ChangedSince {
  kind: 'changed';
  since: CaughtUp;
}

/**
 * Lines were changed that the officer who returned the exemplar did not open: a reason is needed
 * first.
 */
export interface NeedsOtherReason {
  kind: 'needs-other-reason';
  lines: string[];
  subject: CaughtUp['subject'];
}

/**
 * Submits a registration draft (Plan 101, IV.1, V.1), or submits a changed exemplar again. Quota,
 * lateness and the code are decided in one transaction that locks the unit, so that of two liaisons
 * who submit at the same instant only one gets the last place. Submitting a draft again returns the
 * first result. Changes by others since the draft was opened are never overwritten: they are
 * returned instead, for the person to decide. Throws `exemplar-not-editable` when the exemplar has
 * been decided since, `exemplar-withdrawn` (by whom, and when) when its unit took it back.
 */
export async function submitExemplar(
  deps: { db: Database; plan: LoadedPlan; clock: Clock },
  by: { draft: Draft; personId: number; channel: string; onBehalf: boolean },
): Promise<Submitted | NeedsReason | NeedsOtherReason | ChangedSince> {
  const { db, plan } = deps;
  const given = registration.parse(by.draft.answers);
  const at = deps.clock.now();
  return inTransaction(db.pool, async (client) => {
    const unit = await lockUnit(client, given.unitId);
    const place = await findPlace(client, { planId: plan.id, unitId: given.unitId });
    const draft = await lockDraft(client, by.draft.id);
    if (draft?.state === 'done') return draft.result as Submitted;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    unit.requireActive();
    const facts = await withPresentLeads(client, given);

    await requireOpenPlan(client, plan.id);
    const mending = mendingOf(readRegistrationSubject(draft));
    const mendedId = mending?.exemplarId;
    const mended = mending && (await editable(client, mending.exemplarId));
    if (mended) {
      const since = await catchUp(client, draft, mended);
      if (since) return { kind: 'changed', since };
      const lines = beyondWhatIsOpen(mended, draft);
      if (lines.length > 0 && !reasonFor(draft)) {
        const subject = mendingSubjectOf(mended, await lastChangeId(client, mended.id));
        return { kind: 'needs-other-reason', lines, subject };
      }
    }
    const occurrence = mended?.occurrence ?? registrationTime(plan, facts.unitId, at);
    const counting = { planId: plan.id, unitId: facts.unitId, occurrence };
    const counted = await countCounting(client, counting, mendedId);
    const { max } = quotaOfUnit(plan, place);
    const overQuota = max !== null && counted >= max;
    if (overQuota && !facts.exceptionReason) return { kind: 'needs-reason', counted, max };

    const saved = mended
      ? await mend(client, { before: mended, facts, overQuota })
      : await insert(client, { facts, at, overQuota, plan, occurrence, personId: by.personId });
    const otherReason = mended?.status === 'returned' ? reasonFor(draft) : undefined;
    await leaveOutFiles(client, draft, at);
    const files = await handOverFiles(client, by.draft.id, { exemplarId: saved.id });
    await recordChange(client, {
      exemplarId: saved.id,
      at,
      personId: by.personId,
      channel: by.channel,
      action: mended ? 'resubmit' : 'submit',
      reason: otherReason ?? facts.exceptionReason,
      before: saved.before,
      after: {
        ...facts,
        files,
        status: 'submitted',
        ...(otherReason ? { otherReason } : {}),
        ...(by.onBehalf ? { onBehalf: true } : {}),
      },
    });
    if (!mended) await followDraft(client, { draftId: by.draft.id, exemplarId: saved.id, at, ...by });
    if (saved.wasReturned) {
      await tellOfficers(client, {
        about: { exemplarId: saved.id },
        key: `exemplar:${saved.id}:draft:${by.draft.id}`,
        byPersonId: by.personId,
        at,
      });
    }
    const lateness = await computeLateness(client, plan, {
      unit: { id: facts.unitId, ...place },
      occurrence,
      at: mended?.submittedAt ?? at,
    });
    const result: Submitted = {
      kind: 'submitted',
      exemplarId: saved.id,
      code: saved.code,
      name: facts.name,
      unitId: facts.unitId,
      late: lateness === 'late',
      extra: lateness === 'extra',
      overQuota,
      counted: counted + 1,
    };
    await closeDraft(client, by.draft.id, 'done', at, result);
    return result;
  });
}

async function findPlace(
  client: pg.PoolClient,
  { planId, unitId }: { planId: number; unitId: number },
): Promise<UnitInPlan> {
  const { rows } = await client.query<UnitInPlan>({
    name: 'unit-in-plan',
    text: 'select kind, min, max from plan_unit where plan_id = $1 and unit_id = $2',
    values: [planId, unitId],
  });
  const [place] = rows;
  if (!place) throw new DomainError('unit-unknown');
  return place;
}

interface Saved {
  id: number;
  code: string;
  before?: object;
  /** Whether an officer had returned it, and looks at it again. */
  wasReturned?: boolean;
}

async function insert(
  client: pg.PoolClient,
  given: {
    facts: Registration;
    at: Date;
    overQuota: boolean;
    plan: LoadedPlan;
    occurrence: Occurrence;
    personId: number;
  },
): Promise<Saved> {
  const { facts, at, plan } = given;
  const year = Number(localDate(at, plan.zone).slice(0, 4));
  const number = await client.query<{ last: number; unit: string }>({
    name: 'exemplar-number',
    text: `insert into exemplar_counter (unit_id, year, last) values ($1, $2, 1)
           on conflict (unit_id, year) do update set last = exemplar_counter.last + 1
           returning last, (select code from unit where id = $1) as unit`,
    values: [facts.unitId, year],
  });
  const { last = 0, unit = '' } = number.rows[0] ?? {};
  const code = `${unit}-${year}-${String(last).padStart(3, '0')}`;
  const columns = storedFacts.map(({ column }) => column);
  const values = storedFacts.map(({ field }) => facts[field]);
  const { rows } = await client.query<{ id: number }>({
    name: 'exemplar-insert',
    text: `insert into exemplar (${columns.join(', ')}, status, code, year, search_name, over_quota, submitted_at,
             submitted_by_id, plan_id, occurrence)
           values (${values.map((_, i) => `$${i + 1}`).join(', ')}, 'submitted',
             ${[1, 2, 3, 4, 5, 6, 7, 8].map((i) => `$${values.length + i}`).join(', ')})
           returning id`,
    values: [
      ...values,
      ...[code, year, searchName(facts.name), given.overQuota, at],
      ...[given.personId, plan.id, given.occurrence],
    ],
  });
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('an exemplar was not inserted');
  return { id, code };
}

/** The exemplar to change, locked until the transaction ends. */
async function editable(client: pg.PoolClient, id: number): Promise<Exemplar> {
  const exemplar = await exemplarById(client, id, true);
  if (!exemplar) throw new DomainError('exemplar-not-found');
  await refuseUneditable(client, exemplar);
  return exemplar;
}

/**
 * Lines that the draft changes although the officer who returned the exemplar did not open them.
 */
function beyondWhatIsOpen(mended: Exemplar, draft: Draft): string[] {
  if (mended.status !== 'returned') return [];
  const lines = new Set(linesBeyond(mended.returnedFields, answersOf(mended), draft.answers));
  if (readLeftOut(draft.answers).length > 0 && !mended.returnedFields.includes('files')) lines.add('files');
  return [...lines];
}

function reasonFor({ answers }: Draft): string | undefined {
  return typeof answers.otherReason === 'string' ? answers.otherReason : undefined;
}

async function mend(
  client: pg.PoolClient,
  { before, facts, overQuota }: { before: Exemplar; facts: Registration; overQuota: boolean },
): Promise<Saved> {
  const { length } = storedFacts;
  await client.query(
    `update exemplar set ${storedFacts.map(({ column }, i) => `${column} = $${i + 1}`).join(', ')},
       search_name = $${length + 1}, over_quota = $${length + 2}, status = 'submitted',
       decided_at = null, decided_by_id = null
     where id = $${length + 3}`,
    [...storedFacts.map(({ field }) => facts[field]), searchName(facts.name), overQuota, before.id],
  );
  const { id, code, files, status } = before;
  const was = Object.fromEntries(storedFacts.map(({ field }) => [field, before[field]]));
  return { id, code, before: { ...was, files, status }, wasReturned: status === 'returned' };
}
