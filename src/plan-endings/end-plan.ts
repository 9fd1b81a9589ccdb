import { enqueueDeliveries } from '../deliveries/ledger.ts';
import { closePlan } from '../plans/close-plan.ts';
import type { Database } from '../store/database.ts';
import type { Transaction } from '../store/transaction.ts';
import { closeNominations, closeProposals } from './close-honours.ts';
import { closeDocuments, closeExemplars } from './close-reviews.ts';
import type { PlanEnding, SettlesWork } from './ending.ts';
import { type OpenWorkKind, openDrafts, openWorkKinds } from './open-work.ts';
import { closeSteps, moveSteps } from './settle-fostering.ts';
import { closeHelp, moveHelp } from './settle-help.ts';

/** The choices for a kind of open work when its plan closes. */
export const workChoices = ['leave', 'close', 'move'] as const;

/**
 * The choice for a kind of open work. It stays as it is, ends with a reason, or moves to the later
 * plan.
 */
export type WorkChoice = (typeof workChoices)[number];

/** The `kind` of a delivery that tells people of units that a plan was closed. */
export const planEndedKind = 'plan-ended';

const closeDrafts: SettlesWork = async ({ prisma }, { planId, by }) => {
  await prisma.draft.updateMany({
    where: openDrafts(planId),
    data: { state: 'discarded', cursor: null, updatedAt: by.at, rev: { increment: 1 } },
  });
  return [];
};

const closing: Record<OpenWorkKind, SettlesWork> = {
  exemplars: closeExemplars,
  documents: closeDocuments,
  steps: closeSteps,
  help: closeHelp,
  proposals: closeProposals,
  nominations: closeNominations,
  drafts: closeDrafts,
};
const moving: Partial<Record<OpenWorkKind, SettlesWork>> = { steps: moveSteps, help: moveHelp };

/**
 * Closes a plan for good, and settles its open work as an officer chose, in one transaction. The
 * units are told once each. The same draft again changes nothing. Returns the notices to send.
 * Throws as `closePlan` does.
 */
export async function endPlan(
  db: Database,
  ending: PlanEnding & { draftId: number; choices: Partial<Record<OpenWorkKind, WorkChoice>> },
): Promise<number[]> {
  const deliveries: number[] = [];
  const { planId, draftId, choices, by } = ending;
  await closePlan(db, planId, { personId: by.personId, draftId, at: by.at }, async (tx) => {
    deliveries.length = 0;
    for (const kind of openWorkKinds) {
      const choice = choices[kind] ?? 'leave';
      const settle = choice === 'move' ? (moving[kind] ?? closing[kind]) : closing[kind];
      if (choice !== 'leave') deliveries.push(...(await settle(tx, ending)));
    }
    deliveries.push(...(await tellOfEnd(tx, ending)));
  });
  return deliveries;
}

/** Writes the news for liaisons and heads of the plan's units, once a person. */
async function tellOfEnd({ prisma }: Transaction, { planId, toPlanId, reason, by }: PlanEnding) {
  const people = await prisma.membership.findMany({
    where: {
      ...{ role: { in: ['liaison', 'head'] }, until: null },
      unit: { active: true, plans: { some: { planId } } },
    },
    distinct: ['personId'],
    orderBy: { personId: 'asc' },
    select: { personId: true },
  });
  return enqueueDeliveries(
    prisma,
    people.map(({ personId }) => ({
      key: `${planEndedKind}:${planId}:${personId}`,
      personId,
      kind: planEndedKind,
      payload: { planId, toPlanId, reason },
      at: by.at,
    })),
  );
}
