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
 * Moves the links of leaders from a draft to the exemplar that it has become. Each gets a line of
 * its history, in the transaction of the submission.
 */
export async function followDraft(
  sql: Sql,
  given: { draftId: number; exemplarId: number; at: Date; personId: number; channel: string },
): Promise<void> {
  const { draftId, exemplarId, at, personId, channel } = given;
  const { rows } = await sql.query<{ id: number }>({
    name: 'exemplar-follow-leads',
    text: 'update exemplar set leads_id = $2, leads_draft_id = null where leads_draft_id = $1 returning id',
    values: [draftId, exemplarId],
  });
  for (const { id } of rows) {
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
