import type pg from 'pg';
import { readLeftOut } from '../attachments/draft-files.ts';
import { handOverFiles } from '../attachments/owner-files.ts';
import { tellOfficers } from '../deliveries/tell-officers.ts';
import { closeDraft, type Draft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import { searchName } from '../text/search-name.ts';
import { refuseUneditable } from './editable.ts';
import { type Exemplar, exemplarById, recordChange } from './exemplar.ts';
import { readLateness } from './lateness.ts';
import { linesBeyond } from './mended-lines.ts';
import { catchUp, lastChangeId, mendingOf, mendingSubjectOf, readRegistrationSubject } from './mending.ts';
import { answersOf, storedFacts } from './registration.ts';
import {
  type ChangedSince,
  type CheckedSubmission,
  describeSubmitted,
  type NeedsOtherReason,
  type Submitted,
} from './submission.ts';
import { recordSubmissionFiles } from './submission-files.ts';

/**
 * Finds the exemplar that a draft changes, and locks it until the transaction ends. Undefined when
 * the draft registers a new one.
 */
export async function lockMended(client: pg.PoolClient, draft: Draft): Promise<Exemplar | undefined> {
  const mending = mendingOf(readRegistrationSubject(draft));
  if (!mending) return undefined;
  const exemplar = await exemplarById(client, mending.exemplarId, true);
  if (!exemplar) throw new DomainError('exemplar-not-found');
  await refuseUneditable(client, exemplar);
  return exemplar;
}

/**
 * Finds what the person has to decide before the change is submitted. It is a change by others
 * since the draft was opened, or a reason for lines that the officer did not open.
 */
export async function findUndecided(
  client: pg.PoolClient,
  draft: Draft,
  mended: Exemplar,
): Promise<ChangedSince | NeedsOtherReason | undefined> {
  const since = await catchUp(client, draft, mended);
  if (since) return { kind: 'changed', since };
  const lines = beyondWhatIsOpen(mended, draft);
  if (lines.length === 0 || reasonFor(draft)) return undefined;
  const subject = mendingSubjectOf(mended, await lastChangeId(client, mended.id));
  return { kind: 'needs-other-reason', lines, subject };
}

/** Changes an exemplar by a draft, with its history, and ends the draft. */
export async function resubmit(
  client: pg.PoolClient,
  submission: CheckedSubmission,
  mended: Exemplar,
): Promise<Submitted> {
  const { plan, draft, facts, by, remarks } = submission;
  await writeFacts(client, submission, mended);
  const returned = mended.status === 'returned';
  const otherReason = returned ? reasonFor(draft) : undefined;
  const files = await handOverFiles(client, draft.id, { exemplarId: mended.id });
  const changeId = await recordChange(client, {
    exemplarId: mended.id,
    ...by,
    action: 'resubmit',
    reason: otherReason ?? facts.exceptionReason,
    before: {
      ...Object.fromEntries(storedFacts.map(({ field }) => [field, mended[field]])),
      files: mended.files,
      status: mended.status,
    },
    after: { ...facts, files, status: 'submitted', ...(otherReason ? { otherReason } : {}), ...remarks },
  });
  await recordSubmissionFiles(client, { changeId, exemplarId: mended.id });
  if (returned) {
    await tellOfficers(client, {
      about: { exemplarId: mended.id },
      key: `exemplar:${mended.id}:draft:${draft.id}`,
      byPersonId: by.personId,
      at: by.at,
    });
  }
  // After a division it may count for another unit than its own.
  const lateness = (await readLateness(client, [plan], [mended.id])).get(mended.id)?.lateness;
  const submitted = { ...describeSubmitted(submission, lateness), exemplarId: mended.id, code: mended.code };
  await closeDraft(client, draft.id, 'done', by.at, submitted);
  return submitted;
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

async function writeFacts(
  client: pg.PoolClient,
  { facts, overQuota }: CheckedSubmission,
  { id }: Exemplar,
): Promise<void> {
  const { length } = storedFacts;
  await client.query(
    `update exemplar set ${storedFacts.map(({ column }, i) => `${column} = $${i + 1}`).join(', ')},
       search_name = $${length + 1}, over_quota = $${length + 2}, status = 'submitted',
       decided_at = null, decided_by_id = null
     where id = $${length + 3}`,
    [...storedFacts.map(({ field }) => facts[field]), searchName(facts.name), overQuota, id],
  );
}
