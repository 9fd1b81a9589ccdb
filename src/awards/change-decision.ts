import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { type Transaction, transact } from '../store/transaction.ts';
import { type AwardDecision, type DecisionFacts, findAwardDecision, holdSamePaper } from './decision.ts';
import { listProposalsById, type Proposal } from './proposal.ts';
import { type ActsOnAwards, holdProposals, stepProposals } from './proposal-steps.ts';
import { requireDecidable } from './require-decidable.ts';
import { tellUnitsOfAwards } from './tell-units.ts';

/** What an officer mends of a decision, and why. The draft's files replace the earlier ones. */
export interface MendedDecision extends DecisionFacts {
  decisionId: number;
  reason: string;
  draftId: number;
  /** The newest line of its history on the officer's screen. */
  seen: number;
}

/** A decision after a change, and the notices to send. */
export interface ChangedDecision {
  decision: AwardDecision;
  deliveries: number[];
}

/**
 * Mends the number, day, body or files of a decision, with a reason and its history; units are
 * told. The same draft again changes nothing. Throws `award-decision-changed` when another officer
 * mended it since the screen showed it, `award-decision-there` when another decision is this paper,
 * what `findUndecidable` finds, `award-decision-over`, `award-decision-not-found`, `plan-closed`
 * and `draft-gone`.
 */
export function mendDecision(
  deps: { db: Database; plan: LoadedPlan },
  mended: MendedDecision,
  by: ActsOnAwards,
): Promise<ChangedDecision> {
  const { decisionId, reason, draftId, seen, ...facts } = mended;
  return change(deps, mended, by, async (tx, before, proposals) => {
    if ((before.changes.at(-1)?.id ?? 0) > seen) throw new DomainError('award-decision-changed');
    const granted = proposals.filter(({ state }) => state === 'granted');
    requireDecidable(deps.plan, granted, facts.decidedOn);
    const { planId, level } = before;
    const there = await holdSamePaper(tx.sql, { planId, level, ...facts });
    if (there !== undefined && there !== decisionId) throw new DomainError('award-decision-there');
    const { prisma } = tx;
    await prisma.awardDecision.update({
      where: { id: decisionId },
      data: { number: facts.number, decidedOn: new Date(facts.decidedOn), body: facts.body },
    });
    const ofDraft = { draftId, removedAt: null };
    const files = await prisma.attachment.count({ where: ofDraft });
    if (files > 0)
      await prisma.attachment.updateMany({
        where: { awardDecisionId: decisionId, removedAt: null },
        data: { removedAt: by.at },
      });
    await prisma.attachment.updateMany({ where: ofDraft, data: { awardDecisionId: decisionId } });
    const said = ({ number, decidedOn, body }: DecisionFacts) => ({ number, decidedOn, body });
    const { id: changeId } = await prisma.awardDecisionChange.create({
      data: {
        ...{ ...by, decisionId, action: 'mend', reason },
        ...{ before: said(before), after: { ...said(facts), ...(files > 0 && { files }) } },
      },
      select: { id: true },
    });
    return tellUnitsOfAwards(prisma, proposals, { news: 'mend', changeId, decisionId, at: by.at });
  });
}

/**
 * Takes a decision back, with a reason. Its proposals are forwarded again, and units are told. The
 * same draft again changes nothing. Throws as `mendDecision`.
 */
export function takeBackDecision(
  deps: { db: Database; plan: LoadedPlan },
  of: { decisionId: number; reason: string; draftId: number },
  by: ActsOnAwards,
): Promise<ChangedDecision> {
  const { decisionId, reason } = of;
  return change(deps, of, by, async (tx, _before, proposals) => {
    const { prisma } = tx;
    await prisma.awardDecision.update({ where: { id: decisionId }, data: { takenBackAt: by.at } });
    const { id: changeId } = await prisma.awardDecisionChange.create({
      data: {
        ...{ ...by, decisionId, action: 'take_back', reason },
        before: { proposals: proposals.map(({ id, state }) => ({ id, state })) },
      },
      select: { id: true },
    });
    const held = await holdProposals(
      tx,
      proposals.map(({ id }) => id),
    );
    await stepProposals(tx, held, { action: 'reopen', to: 'forwarded', reason, decisionId: null }, by);
    return tellUnitsOfAwards(prisma, held, { news: 'take-back', changeId, decisionId, at: by.at });
  });
}

/** Holds a decision that stands, makes a change of it, and ends the draft. */
async function change(
  { db, plan }: { db: Database; plan: LoadedPlan },
  { decisionId, draftId }: { decisionId: number; draftId: number },
  by: ActsOnAwards,
  make: (tx: Transaction, before: AwardDecision, proposals: Proposal[]) => Promise<number[]>,
): Promise<ChangedDecision> {
  return transact(db, async (tx) => {
    const { prisma, sql } = tx;
    const draft = await holdDraft(prisma, draftId);
    await requireOpenPlan(sql, plan.id);
    await sql.query('select 1 from award_decision where id = $1 for update', [decisionId]);
    const before = await findAwardDecision(prisma, decisionId);
    if (!before || before.planId !== plan.id) throw new DomainError('award-decision-not-found');
    if (draft?.state === 'done') return { decision: before, deliveries: [] };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    if (before.takenBackAt !== null) throw saysOver(before);
    const proposals = await listProposalsById(
      prisma,
      before.proposals.map(({ id }) => id),
    );
    const deliveries = await make(tx, before, proposals);
    await endHeldDraft(prisma, draftId, 'done', by.at, { decisionId });
    return { decision: (await findAwardDecision(prisma, decisionId)) ?? before, deliveries };
  });
}

function saysOver({ changes, takenBackAt }: AwardDecision): DomainError {
  const last = changes.findLast(({ action }) => action === 'take_back');
  return new DomainError('award-decision-over', {
    who: last?.person.name ?? '–',
    when: takenBackAt?.toISOString() ?? '',
  });
}
