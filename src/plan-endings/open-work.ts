import { createHash } from 'node:crypto';
import { z } from 'zod';
import { newestVersion } from '../duties/filing.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Transaction } from '../store/transaction.ts';
import { listDraftsOfPlan } from './open-drafts.ts';
import { listOpenDuties, writeOpenDuty } from './open-duties.ts';

/**
 * *Open work* of a plan is work that is not finished when the plan closes. Its kinds are exemplars
 * and documents in review, duties that units have not done, fostering steps, requests for help,
 * award proposals, nominations, scheduled reports and drafts.
 */
export const openWorkKinds = [
  'exemplars',
  'documents',
  'duties',
  'steps',
  'help',
  'proposals',
  'nominations',
  'standing',
  'drafts',
] as const;

/** A kind of open work. */
export type OpenWorkKind = (typeof openWorkKinds)[number];

/** The keys of open work by kind: ids of rows, of duties what `writeOpenDuty` writes. */
export type OpenWork = Record<OpenWorkKind, string[]>;

/** A connection for reading in both styles. */
export interface ReadsWork {
  prisma: Transaction['prisma'];
  sql: Transaction['sql'];
}

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

/** Finds scheduled reports of a plan that have not ended. */
export function openStanding(planId: number): Prisma.StandingReportWhereInput {
  return { planId, endedAt: null };
}

/** Lists the documents of a plan whose newest version waits for a decision. */
export async function listOpenDocuments({ prisma }: Pick<ReadsWork, 'prisma'>, planId: number) {
  const newest = await prisma.filing.findMany({
    where: { planId },
    distinct: ['unitId', 'duty', 'occurrence'],
    orderBy: newestVersion,
    select: { id: true, status: true },
  });
  return newest
    .filter(({ status }) => status === 'submitted')
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

/** The plan whose open work is read, and the moment for its duties. */
export interface WorkOf {
  plan: LoadedPlan;
  now: Date;
}

type ReadsKeys = (reads: ReadsWork, of: WorkOf) => Promise<string[]>;

const inOrder = { orderBy: { id: 'asc' }, select: { id: true } } as const;
const keys = (rows: { id: number }[]) => rows.map((row) => String(row.id));

const readers: Record<OpenWorkKind, ReadsKeys> = {
  exemplars: async ({ prisma }, { plan: { id } }) =>
    keys(await prisma.exemplar.findMany({ where: openExemplars(id), ...inOrder })),
  documents: async (reads, { plan: { id } }) => (await listOpenDocuments(reads, id)).map(String),
  duties: async ({ sql }, { plan, now }) => (await listOpenDuties(sql, plan, now)).map(writeOpenDuty),
  steps: async ({ prisma }, { plan: { id } }) =>
    keys(await prisma.fosteringStep.findMany({ where: openSteps(id), ...inOrder })),
  help: async ({ prisma }, { plan: { id } }) =>
    keys(await prisma.helpRequest.findMany({ where: openHelp(id), ...inOrder })),
  proposals: async ({ prisma }, { plan: { id } }) =>
    keys(await prisma.awardProposal.findMany({ where: openProposals(id), ...inOrder })),
  nominations: async ({ prisma }, { plan: { id } }) =>
    keys(await prisma.nomination.findMany({ where: openNominations(id), ...inOrder })),
  standing: async ({ prisma }, { plan: { id } }) =>
    keys(await prisma.standingReport.findMany({ where: openStanding(id), ...inOrder })),
  drafts: async ({ sql }, { plan: { id } }) => (await listDraftsOfPlan(sql, id)).map(String),
};

/** Reads what is open of one kind, in the order in which its list shows it. */
export function readOpenWorkOf(kind: OpenWorkKind, reads: ReadsWork, of: WorkOf): Promise<string[]> {
  return readers[kind](reads, of);
}

/** Reads what is open under a plan, by kind. */
export async function readOpenWork(reads: ReadsWork, of: WorkOf): Promise<OpenWork> {
  const { exemplars, documents, duties, steps, help, proposals, nominations, standing, drafts } = readers;
  // One after the other: inside a transaction there is one connection.
  return {
    exemplars: await exemplars(reads, of),
    documents: await documents(reads, of),
    duties: await duties(reads, of),
    steps: await steps(reads, of),
    help: await help(reads, of),
    proposals: await proposals(reads, of),
    nominations: await nominations(reads, of),
    standing: await standing(reads, of),
    drafts: await drafts(reads, of),
  };
}

/** The schema of fingerprints as drafts keep them. */
export const workSeenSchema = z.partialRecord(z.enum(openWorkKinds), z.string());

/** Fingerprints of open work, by kind: another one means that something was added or finished. */
export type WorkSeen = z.infer<typeof workSeenSchema>;

/** Takes the fingerprints of open work. Drafts have none: people write all the time. */
export function fingerprintWork(work: OpenWork): WorkSeen {
  return Object.fromEntries(
    openWorkKinds
      .filter((kind) => kind !== 'drafts')
      .map((kind) => [
        kind,
        createHash('sha256').update(work[kind].join(' ')).digest('base64url').slice(0, 12),
      ]),
  );
}

/** Lists the kinds of open work that are not what the officer saw. */
export function listChangedKinds(seen: WorkSeen, work: OpenWork): OpenWorkKind[] {
  const now = fingerprintWork(work);
  return openWorkKinds.filter((kind) => now[kind] !== seen[kind]);
}
