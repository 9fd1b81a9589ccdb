import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { HelpState } from '../store/generated/enums.ts';
import { transact } from '../store/transaction.ts';
import { type HelpRequest, helpRequestById } from './help-request.ts';
import type { ActsOnHelp } from './request-help.ts';
import { type HelpNews, tellUnitOfHelp } from './tell-unit-of-help.ts';

/** An answer to a request for help, with the words to the unit. */
export interface HelpAnswer {
  id: number;
  action: HelpNews;
  /** Closing needs it. */
  note: string | null;
  draftId: number;
  /** Whether the unit itself closes it: then the unit is not told. */
  byUnit?: boolean;
}

/**
 * Takes a request for help up, or closes it, and closes the draft with the note. The same draft
 * again changes nothing. Returns the request and the notices to send.
 * Throws `help-not-found`, `help-closed`, `help-taken` for one that is taken up twice,
 * `plan-closed` and `draft-gone`.
 */
export async function answerHelp(
  db: Database,
  answer: HelpAnswer,
  by: ActsOnHelp,
): Promise<{ request: HelpRequest; deliveries: number[] }> {
  const { id, action, note, draftId, byUnit = false } = answer;
  return transact(db, async ({ prisma, sql }) => {
    const draft = await holdDraft(prisma, draftId);
    await sql.query('select 1 from help_request where id = $1 for update', [id]);
    const request = await helpRequestById(prisma, id);
    if (!request) throw new DomainError('help-not-found');
    if (draft?.state === 'done') return { request, deliveries: [] };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    refuseSettled(request, action);
    await requireOpenPlan(sql, request.planId);
    const { id: changeId } = await prisma.helpRequestChange.create({
      data: {
        ...{ helpRequestId: id, at: by.at, personId: by.personId, channel: by.channel },
        ...{ action, reason: note },
      },
      select: { id: true },
    });
    await prisma.helpRequest.update({
      where: { id },
      data: { state: action === 'take' ? HelpState.taken : HelpState.closed, ...(note && { note }) },
    });
    await endHeldDraft(prisma, draftId, 'done', by.at, { helpRequestId: id });
    const deliveries = byUnit ? [] : await tellUnitOfHelp(prisma, request, { action, changeId, at: by.at });
    return { request: (await helpRequestById(prisma, id)) ?? request, deliveries };
  });
}

/** Throws where the state of a request allows no such step. */
function refuseSettled({ state, steps }: HelpRequest, action: HelpNews): void {
  const last = steps.findLast((step) => step.action === action);
  const args = { who: last?.by ?? '–' };
  if (state === 'closed') throw new DomainError('help-closed', { who: steps.at(-1)?.by ?? '–' });
  if (state === 'taken' && action === 'take') throw new DomainError('help-taken', args);
}
