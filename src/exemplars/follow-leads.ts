import { z } from 'zod';
import { loadDraft } from '../drafts/draft.ts';
import type { Sql } from '../store/sql.ts';
import { recordChange } from './exemplar.ts';
import type { Registration } from './registration.ts';

/** The part of a submitted draft's result that names its exemplar. */
const submitted = z.object({ exemplarId: z.int() });

/**
 * Returns the facts of a leader with the collective as it is now (Plan 101, III.3.2). A draft that
 * was submitted since is its exemplar, a discarded one is none yet.
 */
export async function withPresentLeads(sql: Sql, facts: Registration): Promise<Registration> {
  if (facts.leadsDraftId === null) return facts;
  const draft = await loadDraft(sql, facts.leadsDraftId);
  if (draft?.state === 'open') return { ...facts, leadsId: null };
  return { ...facts, leadsId: submittedAs(draft?.result) ?? null, leadsDraftId: null };
}

/** Returns the exemplar that a registration draft has become; undefined: none. */
export function submittedAs(result: unknown): number | undefined {
  return submitted.safeParse(result).data?.exemplarId;
}

/**
 * Records for leaders that the draft of their collective has become an exemplar. It runs in the
 * transaction of the submission.
 */
export async function recordLinks(
  sql: Sql,
  leaderIds: number[],
  given: { draftId: number; exemplarId: number; at: Date; personId: number; channel: string },
): Promise<void> {
  const { draftId, exemplarId, at, personId, channel } = given;
  for (const id of leaderIds) {
    await recordChange(sql, {
      exemplarId: id,
      at,
      personId,
      channel,
      action: 'link',
      before: { leadsId: null, leadsDraftId: draftId },
      after: { leadsId: exemplarId, leadsDraftId: null },
    });
  }
}
