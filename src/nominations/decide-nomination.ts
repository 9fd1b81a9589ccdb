import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { type Transaction, transact } from '../store/transaction.ts';
import { findNomination, type Nomination } from './nomination.ts';
import { tellUnitOfNomination } from './tell-unit-of-nomination.ts';

/** A decision about a nomination. */
export interface NominationDecision {
  id: number;
  /** The newest line of its history on the screen: later ones are not overwritten unseen. */
  seen: number;
  /** Why; choosing needs none. */
  reason?: string | undefined;
  /** The draft that held the reason: it is closed too. */
  draftId?: number;
}

/** The officer who decides, the channel and the time. */
export interface DecidedBy {
  personId: number;
  channel: string;
  at: Date;
}

/** A nomination after a decision, and the notices to send. */
export interface DecidedNomination {
  nomination: Nomination;
  deliveries: number[];
}

/**
 * Chooses a nominated exemplar as a delegate to the conference (Plan 101, IV.3). The unit's notices
 * are written in the same transaction. The same decision by the same officer again changes nothing,
 * unless it brings a reason. Throws `nomination-not-found`, `nomination-gone` for one that was
 * withdrawn or whose exemplar is no longer approved, `nomination-changed` with who and when,
 * `plan-closed` and `draft-gone`.
 */
export function chooseDelegate(
  db: Database,
  decision: NominationDecision,
  by: DecidedBy,
): Promise<DecidedNomination> {
  return transact(db, (tx) => decide(tx, 'choose', decision, by));
}

/**
 * Leaves a nominated exemplar out of the delegates, with a reason; also one that was chosen before.
 * Throws as `chooseDelegate` does.
 */
export function dropDelegate(
  db: Database,
  decision: NominationDecision & { reason: string },
  by: DecidedBy,
): Promise<DecidedNomination> {
  return transact(db, (tx) => decide(tx, 'drop', decision, by));
}

const stateAfter = { choose: 'chosen', drop: 'not_chosen' } as const;

async function decide(
  { prisma, sql }: Transaction,
  action: keyof typeof stateAfter,
  { id, seen, reason, draftId }: NominationDecision,
  { personId, channel, at }: DecidedBy,
): Promise<DecidedNomination> {
  const draft = draftId === undefined ? undefined : await holdDraft(prisma, draftId);
  await sql.query('select 1 from nomination where id = $1 for update', [id]);
  const before = await findNomination(prisma, id);
  if (!before) throw new DomainError('nomination-not-found');
  if (draft?.state === 'done') return { nomination: before, deliveries: [] };
  if (draftId !== undefined && draft?.state !== 'open') throw new DomainError('draft-gone');
  await requireOpenPlan(sql, before.planId);
  const state = stateAfter[action];
  if (draftId !== undefined) await endHeldDraft(prisma, draftId, 'done', at, { nominationId: id });
  const mine = before.state === state && before.decidedById === personId;
  if (mine && (reason === undefined || reason === before.reason))
    return { nomination: before, deliveries: [] };
  if (before.state === 'withdrawn' || before.exemplar.status !== 'approved')
    throw new DomainError('nomination-gone');
  refuseUnseen(before, seen);
  const { id: changeId } = await prisma.nominationChange.create({
    data: { nominationId: id, at, personId, channel, action, reason: reason ?? null },
    select: { id: true },
  });
  await prisma.nomination.update({
    where: { id },
    data: { state, decidedAt: at, decidedById: personId, reason: reason ?? null },
  });
  const deliveries = await tellUnitOfNomination(prisma, before, { news: action, changeId, at });
  return { nomination: (await findNomination(prisma, id)) ?? before, deliveries };
}

/** Throws where the nomination changed after the screen on which the officer decided. */
function refuseUnseen({ changes, state }: Nomination, seen: number): void {
  const last = changes.at(-1);
  if (!last || last.id <= seen) return;
  throw new DomainError('nomination-changed', {
    state,
    who: last.person.name ?? '–',
    when: last.at.toISOString(),
  });
}
