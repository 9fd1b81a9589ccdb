import { z } from 'zod';
import { findNominationsDuty, summaryKinds } from '../../../duties/kinds/index.ts';
import { listUnitsAs } from '../../../people/roles.ts';
import type { SummaryOf } from '../../../period-summaries/period-summary.ts';
import { asOccurrence } from '../../../plan/occurrence.ts';
import type { Question, Scene } from '../../forms/form.ts';

/** The schema of a duty that /tongket fulfils for a unit. */
export const summaryDutySubject = z.object({
  planId: z.int(),
  unitId: z.int(),
  duty: z.string(),
  occurrence: z.string(),
  kind: z.enum(summaryKinds),
});

/** The schema of what a summary or a list of nominations is written about. */
export const summarySubject = summaryDutySubject.extend({
  /** The approved exemplars, as they were when the form last looked (`finish`). */
  exemplars: z.array(z.object({ id: z.int(), code: z.string(), name: z.string() })),
  /** Exemplars that were nominated when the form last looked. */
  known: z.array(z.int()),
  /** Texts drafted from the data. */
  drafts: z.record(z.string(), z.string()).optional(),
  /** What stood there before: texts of an earlier version, nominations. */
  previous: z.record(z.string(), z.unknown()).optional(),
  /** Fingerprint of the answers in the Word file that the person has seen. */
  seen: z.string().optional(),
});

/** The unit and duty of a summary, with its exemplars and drafts. */
export type SummarySubject = z.infer<typeof summarySubject>;
/** A scene of the form of a summary. */
export type SummaryScene = Scene<SummarySubject>;
/** A question of that form. */
export type SummaryQuestion<Value = unknown> = Question<Value, SummarySubject>;

/** Returns the duty that a subject names. */
export function dutyIn({ planId, unitId, duty, occurrence }: z.infer<typeof summaryDutySubject>): SummaryOf {
  return { planId, unitId, duty, occurrence: asOccurrence(occurrence) };
}

/** Tells whether the texts of a summary are asked; a list of nominations alone has none. */
export function asksTexts({ subject }: Pick<SummaryScene, 'subject'>): boolean {
  return subject.kind !== 'nominations';
}

/** Tells whether nominations are asked: with the summary of the period, or alone. */
export function asksNominations({ subject, house }: Pick<SummaryScene, 'subject' | 'house'>): boolean {
  return subject.kind !== 'interim' && findNominationsDuty(house.plan) !== undefined;
}

/** Tells whether a liaison writes for their own unit; otherwise it is on its behalf. */
export function isOwnSummary({
  person,
  subject,
}: Pick<Scene, 'person'> & { subject: { unitId: number } }): boolean {
  return listUnitsAs(person, 'liaison').some(({ id }) => id === subject.unitId);
}
