import type pg from 'pg';
import { leaveOutFiles, readLeftOut } from '../attachments/draft-files.ts';
import { handOverFiles } from '../attachments/owner-files.ts';
import type { Clock } from '../clock.ts';
import { tellOfficers } from '../deliveries/tell-officers.ts';
import { closeDraft, type Draft, lockDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { quotaOfUnit } from '../plan/quota.ts';
import { findPlaceInOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { inTransaction } from '../store/sql.ts';
import { searchName } from '../text/search-name.ts';
import { lockUnit } from '../units/lock-unit.ts';
import { refuseUneditable } from './editable.ts';
import { countCounting, type Exemplar, exemplarById, recordChange } from './exemplar.ts';
import { recordLinks, withPresentLeads } from './follow-leads.ts';
import { insertRegistration } from './insert-registration.ts';
import { computeLateness, type Lateness, readLateness, registrationTime } from './lateness.ts';
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
    const draft = await lockDraft(client, by.draft.id);
    if (draft?.state === 'done') return draft.result as Submitted;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    unit.requireActive();
    const facts = await withPresentLeads(client, given);

    const place = await findPlaceInOpenPlan(client, { planId: plan.id, unitId: facts.unitId });
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

    const resultOf = (lateness: Lateness | undefined) => ({
      kind: 'submitted' as const,
      name: facts.name,
      unitId: facts.unitId,
      late: lateness === 'late',
      extra: lateness === 'extra',
      overQuota,
      counted: counted + 1,
    });
    const who = { personId: by.personId, channel: by.channel, at };
    const remarks = by.onBehalf ? { onBehalf: true } : {};
    await leaveOutFiles(client, draft, at);

    if (!mended) {
      const due = { unit: { id: facts.unitId, ...place }, occurrence, at };
      const result = resultOf(await computeLateness(client, plan, due));
      const inserted = await insertRegistration(client, {
        draftId: draft.id,
        facts,
        plan,
        occurrence,
        overQuota,
        remarks,
        result,
        ...who,
      });
      await recordLinks(client, inserted.leaderIds, { draftId: draft.id, exemplarId: inserted.id, ...who });
      return { ...result, exemplarId: inserted.id, code: inserted.code };
    }
    const before = await mend(client, { before: mended, facts, overQuota });
    const otherReason = mended.status === 'returned' ? reasonFor(draft) : undefined;
    const files = await handOverFiles(client, draft.id, { exemplarId: mended.id });
    await recordChange(client, {
      exemplarId: mended.id,
      ...who,
      action: 'resubmit',
      reason: otherReason ?? facts.exceptionReason,
      before,
      after: {
        ...facts,
        files,
        status: 'submitted',
        ...(otherReason ? { otherReason } : {}),
        ...remarks,
      },
    });
    if (mended.status === 'returned') {
      await tellOfficers(client, {
        about: { exemplarId: mended.id },
        key: `exemplar:${mended.id}:draft:${draft.id}`,
        byPersonId: by.personId,
        at,
      });
    }
    // After a division it may count for another unit than its own.
    const timed = await readLateness(client, [plan], [mended.id]);
    const lateness = timed.get(mended.id)?.lateness;
    const submitted = { ...resultOf(lateness), exemplarId: mended.id, code: mended.code };
    await closeDraft(client, draft.id, 'done', at, submitted);
    return submitted;
  });
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

/** Changes an exemplar; returns for its history what it was before. */
async function mend(
  client: pg.PoolClient,
  { before, facts, overQuota }: { before: Exemplar; facts: Registration; overQuota: boolean },
): Promise<object> {
  const { length } = storedFacts;
  await client.query(
    `update exemplar set ${storedFacts.map(({ column }, i) => `${column} = $${i + 1}`).join(', ')},
       search_name = $${length + 1}, over_quota = $${length + 2}, status = 'submitted',
       decided_at = null, decided_by_id = null
     where id = $${length + 3}`,
    [...storedFacts.map(({ field }) => facts[field]), searchName(facts.name), overQuota, before.id],
  );
  const { files, status } = before;
  return { ...Object.fromEntries(storedFacts.map(({ field }) => [field, before[field]])), files, status };
}
