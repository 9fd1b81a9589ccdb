import type pg from 'pg';
import { leaveOutFiles } from '../attachments/draft-files.ts';
import type { Clock } from '../clock.ts';
import { type Draft, lockDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { quotaOfUnit, type UnitInPlan } from '../plan/quota.ts';
import { findPlaceInOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { repeatConflicts } from '../store/repeat-conflicts.ts';
import { inTransaction } from '../store/sql.ts';
import { lockUnit } from '../units/lock-unit.ts';
import { countCounting } from './exemplar.ts';
import { recordLinks, withPresentLeads } from './follow-leads.ts';
import { insertRegistration } from './insert-registration.ts';
import { computeLateness, registrationTime } from './lateness.ts';
import { registration } from './registration.ts';
import { findUndecided, lockMended, resubmit } from './resubmit.ts';
import {
  type ChangedSince,
  type CheckedSubmission,
  describeSubmitted,
  type NeedsOtherReason,
  type NeedsReason,
  type Submitted,
} from './submission.ts';

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
  return repeatConflicts(() =>
    inTransaction(db.pool, async (client) => {
      const unit = await lockUnit(client, given.unitId);
      const draft = await lockDraft(client, by.draft.id);
      if (draft?.state === 'done') return draft.result as Submitted;
      if (draft?.state !== 'open') throw new DomainError('draft-gone');
      unit.requireActive();
      const facts = await withPresentLeads(client, given);
      const { unitId } = facts;
      const place = await findPlaceInOpenPlan(client, { planId: plan.id, unitId });
      const mended = await lockMended(client, draft);
      const undecided = mended && (await findUndecided(client, draft, mended));
      if (undecided) return undecided;

      const occurrence = mended?.occurrence ?? registrationTime(plan, unitId, at);
      const counted = await countCounting(client, { planId: plan.id, unitId, occurrence }, mended?.id);
      const { max } = quotaOfUnit(plan, place);
      const overQuota = max !== null && counted >= max;
      if (overQuota && !facts.exceptionReason) return { kind: 'needs-reason', counted, max };

      await leaveOutFiles(client, draft, at);
      const submission: CheckedSubmission = {
        ...{ plan, draft, facts, occurrence, counted, overQuota },
        by: { personId: by.personId, channel: by.channel, at },
        remarks: by.onBehalf ? { onBehalf: true } : {},
      };
      return mended ? resubmit(client, submission, mended) : register(client, submission, place);
    }),
  );
}

/** Registers a new exemplar; leaders who named the draft as their collective are linked to it. */
async function register(
  client: pg.PoolClient,
  submission: CheckedSubmission,
  place: UnitInPlan,
): Promise<Submitted> {
  const { plan, draft, facts, occurrence, overQuota, remarks, by } = submission;
  const due = { unit: { id: facts.unitId, ...place }, occurrence, at: by.at };
  const result = describeSubmitted(submission, await computeLateness(client, plan, due));
  const draftId = draft.id;
  const { id, code, leaderIds } = await insertRegistration(client, {
    ...{ draftId, facts, plan, occurrence, overQuota, remarks, result },
    ...by,
  });
  await recordLinks(client, leaderIds, { draftId, exemplarId: id, ...by });
  return { ...result, exemplarId: id, code };
}
