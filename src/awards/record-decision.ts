import { z } from 'zod';
import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { type Transaction, transact } from '../store/transaction.ts';
import { type DecisionFacts, holdSamePaper } from './decision.ts';
import { type ActsOnAwards, holdProposals, requireState, stepProposals } from './proposal-steps.ts';
import { requireDecidable } from './require-decidable.ts';
import { tellUnitsOfAwards } from './tell-units.ts';

/** A decision of a level as an officer records it (Plan 101, IV.3). */
export interface NewAwardDecision extends DecisionFacts {
  /** A code of the plan. */
  level: string;
  /** Ids of the forwarded proposals that it grants, at least one. */
  granted: number[];
  /** Ids of forwarded proposals that the level refused with it, and why. */
  refused: number[];
  refusedBecause: string | null;
  /** Its files belong to the decision. */
  draftId: number;
}

const recorded = z.object({
  decisionId: z.number(),
  granted: z.number(),
  refused: z.number(),
  /** Whether the paper had been recorded, and these were added to it. */
  extended: z.boolean(),
});

/** The result of recording, which the draft also stores. */
export type RecordedDecision = z.infer<typeof recorded>;

/**
 * Records a decision on awards: proposals that it grants, and those refused with it. Proposals that
 * it does not name stay forwarded. The same paper (number, day, body, level) is one decision: what
 * is recorded later is added to it. The same draft again returns the first result and writes
 * nothing. Throws `draft-gone`, `plan-closed`, `proposal-not-found`, `proposal-decided` for a
 * proposal that is not forwarded (of two officers at once the second reads who was first), and
 * what `findUndecidable` finds for the decision's day.
 */
export async function recordDecision(
  { db, plan }: { db: Database; plan: LoadedPlan },
  decision: NewAwardDecision,
  by: ActsOnAwards,
): Promise<RecordedDecision & { deliveries: number[] }> {
  const { level, granted, refused, refusedBecause, draftId, decidedOn } = decision;
  return transact(db, async (tx) => {
    const { prisma, sql } = tx;
    const draft = await holdDraft(prisma, draftId);
    if (draft?.state === 'done') return { ...recorded.parse(draft.result), deliveries: [] };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    await requireOpenPlan(sql, plan.id);
    const held = await holdProposals(tx, [...granted, ...refused]);
    const grants = held.filter(({ id }) => granted.includes(id));
    const refuses = held.filter(({ id }) => !granted.includes(id));
    if (grants.length === 0 || held.some((one) => one.planId !== plan.id || one.level !== level))
      throw new DomainError('proposal-not-found');
    requireState(held, 'forwarded');
    requireDecidable(plan, grants, decidedOn);
    const { decisionId, extended } = await findOrCreate(tx, { ...decision, planId: plan.id }, by);
    const { id: changeId } = await prisma.awardDecisionChange.create({
      data: {
        ...{ ...by, decisionId, action: extended ? 'extend' : 'record', reason: refusedBecause },
        after: {
          ...{ number: decision.number, decidedOn, body: decision.body, level },
          granted: grants.map(({ id }) => id),
          refused: refuses.map(({ id }) => id),
        },
      },
      select: { id: true },
    });
    await stepProposals(tx, grants, { action: 'grant', to: 'granted', reason: null, decisionId }, by);
    const refuse = { action: 'refuse', to: 'refused', reason: refusedBecause, decisionId } as const;
    await stepProposals(tx, refuses, refuse, by);
    await prisma.attachment.updateMany({
      where: { draftId, removedAt: null },
      data: { awardDecisionId: decisionId },
    });
    const occasion = { news: 'grant', changeId, decisionId, at: by.at } as const;
    const deliveries = await tellUnitsOfAwards(prisma, held, occasion);
    const result = { decisionId, granted: grants.length, refused: refuses.length, extended };
    await endHeldDraft(prisma, draftId, 'done', by.at, result);
    return { ...result, deliveries };
  });
}

/** Of two officers with the same paper the second waits, and finds the first one's decision. */
async function findOrCreate(
  { sql }: Transaction,
  decision: DecisionFacts & { planId: number; level: string },
  by: ActsOnAwards,
): Promise<{ decisionId: number; extended: boolean }> {
  const { planId, level, number, decidedOn, body } = decision;
  const { rows } = await sql.query<{ id: number }>(
    `insert into award_decision (plan_id, number, decided_on, body, level, recorded_at, recorded_by_id, channel)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (plan_id, level, decided_on, upper(number), lower(body)) where taken_back_at is null do nothing
     returning id`,
    [planId, number, decidedOn, body, level, by.at, by.personId, by.channel],
  );
  const [made] = rows;
  if (made) return { decisionId: made.id, extended: false };
  const there = await holdSamePaper(sql, decision);
  if (there === undefined) throw new Error('the same decision was taken back at this moment');
  return { decisionId: there, extended: true };
}
