import type { Draft } from '../drafts/draft.ts';
import type { Occurrence } from '../plan/occurrence.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { Lateness } from './lateness.ts';
import type { CaughtUp } from './mending.ts';
import type { Registration } from './registration.ts';

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

/** A submission that was checked, under the lock of its unit. */
export interface CheckedSubmission {
  plan: LoadedPlan;
  draft: Draft;
  facts: Registration;
  occurrence: Occurrence;
  /** How many exemplars of the unit count, without this one. */
  counted: number;
  overQuota: boolean;
  by: { personId: number; channel: string; at: Date };
  /** What the history says in addition to the facts. */
  remarks: object;
}

/** Describes the result of a submission, but for its id and code. */
export function describeSubmitted(
  { facts, overQuota, counted }: CheckedSubmission,
  lateness: Lateness | undefined,
): Omit<Submitted, 'exemplarId' | 'code'> {
  return {
    kind: 'submitted',
    name: facts.name,
    unitId: facts.unitId,
    late: lateness === 'late',
    extra: lateness === 'extra',
    overQuota,
    counted: counted + 1,
  };
}
