import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

/**
 * *Open work* of a plan is work that is not finished when the plan closes. Its kinds are exemplars
 * and documents in review, fostering steps, requests for help, award proposals, nominations and
 * drafts.
 */
export const openWorkKinds = [
  'exemplars',
  'documents',
  'steps',
  'help',
  'proposals',
  'nominations',
  'drafts',
] as const;

/** A kind of open work. */
export type OpenWorkKind = (typeof openWorkKinds)[number];

/** Numbers of open work by kind. */
export type OpenWork = Record<OpenWorkKind, number>;

/** The kinds that can move to a later plan: it has a place for them as they are. */
export const movableKinds: readonly OpenWorkKind[] = ['steps', 'help'];

/** Finds exemplars of a plan that wait for a decision or for their unit. */
export function openExemplars(planId: number): Prisma.ExemplarWhereInput {
  return { planId, status: { in: ['submitted', 'returned'] } };
}

/** Finds steps of the plan's fostering that are neither done nor dropped. */
export function openSteps(planId: number): Prisma.FosteringStepWhereInput {
  return { fosteringPlan: { planId }, doneOn: null, droppedAt: null };
}

/** Finds requests for help under a plan that are not closed. */
export function openHelp(planId: number): Prisma.HelpRequestWhereInput {
  return { planId, state: { not: 'closed' } };
}

/** Finds award proposals of a plan without a result. */
export function openProposals(planId: number): Prisma.AwardProposalWhereInput {
  return { planId, state: { in: ['proposed', 'forwarded'] } };
}

/** Finds nominations of a plan that no officer has decided. */
export function openNominations(planId: number): Prisma.NominationWhereInput {
  return { planId, state: 'nominated' };
}

/** Finds open drafts about a plan; the one that closes it is none of them. */
export function openDrafts(planId: number): Prisma.DraftWhereInput {
  return {
    ...{ state: 'open', form: { not: 'close-plan' } },
    subject: { path: ['planId'], equals: planId },
  };
}

/** Lists the documents of a plan whose newest version waits for a decision. */
export async function listOpenDocuments(reader: Reader, planId: number): Promise<number[]> {
  const newest = await reader.filing.findMany({
    where: { planId },
    distinct: ['unitId', 'duty', 'occurrence'],
    orderBy: [{ filedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, status: true },
  });
  return newest.filter(({ status }) => status === 'submitted').map(({ id }) => id);
}

/** Counts the open work of a plan by kind. */
export async function countOpenWork(reader: Reader, planId: number): Promise<OpenWork> {
  const [exemplars, documents, steps, help, proposals, nominations, drafts] = await Promise.all([
    reader.exemplar.count({ where: openExemplars(planId) }),
    listOpenDocuments(reader, planId),
    reader.fosteringStep.count({ where: openSteps(planId) }),
    reader.helpRequest.count({ where: openHelp(planId) }),
    reader.awardProposal.count({ where: openProposals(planId) }),
    reader.nomination.count({ where: openNominations(planId) }),
    reader.draft.count({ where: openDrafts(planId) }),
  ]);
  return { exemplars, documents: documents.length, steps, help, proposals, nominations, drafts };
}
