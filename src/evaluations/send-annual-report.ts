import { z } from 'zod';
import { readLeftOut } from '../attachments/draft-files.ts';
import { requireProposable } from '../awards/require-proposable.ts';
import { saveProposals, type WantedProposal } from '../awards/save-proposals.ts';
import type { Answers } from '../drafts/draft.ts';
import { endHeldDraft, type HeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { storedAnswers } from '../drafts/stored-answers.ts';
import { addFiling } from '../duties/file.ts';
import { DomainError } from '../errors.ts';
import { asOccurrence } from '../plan/occurrence.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import { transact } from '../store/transaction.ts';
import { lockUnit } from '../units/lock-unit.ts';
import type { ReportText } from './annual-report.ts';
import { keyAbout } from './questions.ts';
import { type FoundOf, type ReportOf, saveEvaluations } from './save-evaluations.ts';

/** The part of a draft that holds the Word file of its report. */
export const wordPart = 'word';

/** A unit's annual report, ready to send. */
export interface NewAnnualReport extends ReportOf {
  duty: string;
  personId: number;
  channel: string;
  /** Whether an officer sends it for the unit, whose liaisons are told. */
  onBehalf: boolean;
  draftId: number;
  at: Date;
  found: FoundOf[];
  proposals: WantedProposal[];
  texts: Record<ReportText, string>;
  /** What the next version begins with. */
  answers: Answers;
}

const sent = z.object({
  kind: z.literal('report'),
  filingId: z.number(),
  late: z.boolean(),
  supplement: z.boolean(),
  replaces: z.boolean(),
});

/** The result of sending, which the draft also stores. */
export type SentReport = z.infer<typeof sent>;

/**
 * Sends a unit's annual report (Plan 101, IV.3), a new version under the duty that waits for an
 * officer. It stores evaluations, award proposals, texts and the Word file. Everything is in one
 * transaction, which locks the unit. The same draft again returns the first result and writes
 * nothing. Throws `unit-unknown`, `plan-closed`, `draft-gone`, and
 * `award-not-held` for a proposal at a level that has ended.
 */
export async function sendAnnualReport(
  deps: { db: Database; plan: LoadedPlan },
  report: NewAnnualReport,
): Promise<SentReport & { deliveries: number[] }> {
  const { plan } = deps;
  const { unitId, year, draftId, at, personId, channel } = report;
  const of = { planId: plan.id, unitId, year };
  const by = { personId, channel, at };
  return transact(deps.db, async (tx) => {
    const { prisma, sql } = tx;
    const unit = await lockUnit(sql, unitId);
    const draft = await holdDraft(prisma, draftId);
    if (draft?.state === 'done') return { ...sent.parse(draft.result), deliveries: [] };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    unit.requireActive();
    await requireOpenPlan(sql, plan.id);
    const evaluations = await saveEvaluations(tx, of, report.found, by);
    await requireProposable(prisma, { plan, unitId, year, at }, report.proposals);
    await saveProposals(prisma, of, report.proposals, by);
    const { filingId, deliveries, ...how } = await addFiling(tx, plan, {
      ...{ ...by, unitId, duty: report.duty, onBehalf: report.onBehalf },
      occurrence: asOccurrence(String(year)),
    });
    await handOverParts(prisma, draft, { filingId, evaluations, at });
    const evidence = await listEvidence(prisma, [...evaluations.values()]);
    await prisma.annualReport.create({
      data: {
        ...{ ...of, ...report.texts, filingId, answers: storedAnswers.parse(report.answers) },
        evidence: { create: evidence.map(({ id }) => ({ attachmentId: id })) },
      },
    });
    const result: SentReport = { kind: 'report', filingId, ...how };
    await endHeldDraft(prisma, draftId, 'done', at, result);
    return { ...result, deliveries };
  });
}

const heldAnswers = z.record(z.string(), z.unknown());

/**
 * Gives the draft's files to their owners: evidence to the evaluations, the newest Word file to the
 * filing. Files that were taken back, and earlier Word files, are marked as removed.
 */
async function handOverParts(
  tx: Prisma.TransactionClient,
  draft: HeldDraft,
  to: { filingId: number; evaluations: Map<number, number>; at: Date },
): Promise<void> {
  const { filingId, evaluations, at } = to;
  const ofDraft = { draftId: draft.id, removedAt: null };
  const word = await tx.attachment.findFirst({
    where: { ...ofDraft, part: wordPart },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  if (!word) throw new Error('a report needs its Word file');
  const leftOut = readLeftOut(heldAnswers.parse(draft.answers));
  await tx.attachment.updateMany({
    where: {
      removedAt: null,
      OR: [
        { draftId: draft.id, part: wordPart, id: { not: word.id } },
        {
          id: { in: leftOut },
          OR: [{ draftId: draft.id }, { evaluationId: { in: [...evaluations.values()] } }],
        },
      ],
    },
    data: { removedAt: at },
  });
  await tx.attachment.update({ where: { id: word.id }, data: { filingId } });
  for (const [exemplarId, evaluationId] of evaluations) {
    await tx.attachment.updateMany({
      where: { ...ofDraft, part: keyAbout('evidence', exemplarId) },
      data: { evaluationId },
    });
  }
}

/**
 * Lists the files of evidence that a version is sent with: what an officer sees of it stays when a
 * later version replaces files.
 */
function listEvidence(tx: Prisma.TransactionClient, evaluationIds: number[]): Promise<{ id: number }[]> {
  return tx.attachment.findMany({
    where: { evaluationId: { in: evaluationIds }, removedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
}
