import { tellOfficers } from '../deliveries/tell-officers.ts';
import { closeDraft, lockDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { type Transaction, transact } from '../store/transaction.ts';
import { lockUnit } from '../units/lock-unit.ts';

/** What a unit says it needs, and for which exemplar; null: for its work with exemplars. */
export interface NewHelpRequest {
  planId: number;
  unitId: number;
  exemplarId: number | null;
  text: string;
  /** What it came from: the same source asks once. */
  madeBy: `draft:${number}` | `evaluation:${number}`;
}

/** The person who acts, the channel and the time. */
export interface ActsOnHelp {
  personId: number;
  channel: string;
  at: Date;
}

/**
 * Records what a unit says it needs (Plan 101, II.3) and tells officers, in a transaction of the
 * caller. The same source asks once: its other words replace the first ones until an officer has
 * taken the request up, and change nothing after that. Returns the id of the request.
 */
export async function requestHelp(
  { prisma, sql }: Transaction,
  given: NewHelpRequest,
  by: ActsOnHelp,
): Promise<number> {
  const { madeBy, text } = given;
  const there = await prisma.helpRequest.findUnique({
    where: { madeBy },
    select: { id: true, state: true, text: true },
  });
  const step = { at: by.at, personId: by.personId, channel: by.channel };
  if (there) {
    if (there.state !== 'open' || there.text === text) return there.id;
    await prisma.helpRequest.update({
      where: { id: there.id },
      data: {
        text,
        changes: {
          create: { ...step, action: 'mend', before: { text: there.text }, after: { text } },
        },
      },
    });
    return there.id;
  }
  const { id } = await prisma.helpRequest.create({
    data: {
      ...given,
      askedAt: by.at,
      askedById: by.personId,
      channel: by.channel,
      changes: { create: { ...step, action: 'ask', after: { text } } },
    },
    select: { id: true },
  });
  const news = { about: { helpRequestId: id }, key: `help:${id}`, byPersonId: by.personId, at: by.at };
  await tellOfficers(sql, news);
  return id;
}

/**
 * Records the request for help that a draft holds, and closes the draft; the same draft again
 * changes nothing. Returns the id of the request. Throws `draft-gone`, `plan-closed` and
 * `unit-unknown`.
 */
export async function askForHelp(
  db: Database,
  given: Omit<NewHelpRequest, 'madeBy'> & { draftId: number },
  by: ActsOnHelp,
): Promise<number> {
  const { draftId, ...request } = given;
  return transact(db, async (tx) => {
    const unit = await lockUnit(tx.sql, given.unitId);
    const draft = await lockDraft(tx.sql, draftId);
    const madeBy = `draft:${draftId}` as const;
    if (draft?.state === 'done') return requestHelp(tx, { ...request, madeBy }, by);
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    unit.requireActive();
    await requireOpenPlan(tx.sql, given.planId);
    const id = await requestHelp(tx, { ...request, madeBy }, by);
    await closeDraft(tx.sql, draftId, 'done', by.at, { helpRequestId: id });
    return id;
  });
}
