import { z } from 'zod';
import { listUnitsAs } from '../../../people/roles.ts';
import type { Question, RepeatItem, Scene } from '../../forms/form.ts';
import { exemplarOfItem } from './proposal-items.ts';

/** The schema of what an annual report is written about. */
export const annualSubject = z.object({
  planId: z.int(),
  unitId: z.int(),
  year: z.int(),
  /** The approved exemplars, as they were when the form last looked (`finish`). */
  exemplars: z.array(
    z.object({ id: z.int(), code: z.string(), name: z.string(), evaluationId: z.int().optional() }),
  ),
  /** Texts drafted from the data, once everything before them is answered. */
  drafts: z.record(z.string(), z.string()).optional(),
  /** Fingerprint of the answers from which the texts were drafted; none: an earlier version's. */
  basis: z.string().optional(),
  /** The answers of the version before. */
  previous: z.record(z.string(), z.unknown()).optional(),
  /** Fingerprint of the answers in the Word file that the person has seen. */
  seen: z.string().optional(),
});

/** The unit, plan and year of an annual report, with its exemplars and drafts. */
export type AnnualSubject = z.infer<typeof annualSubject>;
/** A scene of the form of the annual report. */
export type AnnualScene = Scene<AnnualSubject>;
/** A question of that form. */
export type AnnualQuestion<Value = unknown> = Question<Value, AnnualSubject>;

/** Builds the member of a list that an exemplar is. */
export function itemOfExemplar({ id, code, name }: AnnualSubject['exemplars'][number]): RepeatItem {
  return { key: String(id), label: `${code} ${name}` };
}

/** Returns the id of the exemplar that a repeated question is about. */
export function exemplarIn({ item }: Pick<Scene, 'item'>): number {
  return exemplarOfItem(item?.key ?? '');
}

/** Tells whether a liaison writes the report of their own unit; otherwise it is on its behalf. */
export function isOwnReport({ person, subject }: Pick<AnnualScene, 'person' | 'subject'>): boolean {
  return listUnitsAs(person, 'liaison').some(({ id }) => id === subject.unitId);
}
