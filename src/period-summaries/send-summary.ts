import { z } from 'zod';
import type { Answers } from '../drafts/draft.ts';
import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { storedAnswers } from '../drafts/stored-answers.ts';
import { type AddedFiling, addFiling } from '../duties/file.ts';
import { newestVersion } from '../duties/filing.ts';
import { findNominationsDuty } from '../duties/kinds/index.ts';
import { DomainError } from '../errors.ts';
import type { ReportText } from '../evaluations/annual-report.ts';
import { saveNominations, type WantedNomination } from '../nominations/save-nominations.ts';
import { oneOff } from '../plan/occurrence.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import { transact } from '../store/transaction.ts';
import { lockUnit } from '../units/lock-unit.ts';
import type { SummaryOf } from './period-summary.ts';
import type { SummaryYears } from './summary-years.ts';

/** The parts of a draft that hold the Word files of a summary and of its nominations. */
export const summaryParts = { summary: 'word', nominations: 'nominees' } as const;

/** A unit's summary, nominations, or both, ready to send. */
export interface NewSummary extends Omit<SummaryOf, 'planId'> {
  personId: number;
  channel: string;
  /** Whether an officer sends it for the unit, whose liaisons are told. */
  onBehalf: boolean;
  draftId: number;
  at: Date;
  /** The summary. Left out: nominations alone are sent. */
  summary?: {
    years: SummaryYears;
    texts: Record<ReportText, string>;
    /** What the next version begins with. */
    answers: Answers;
  };
  /** Undefined: they are not asked for. None of them: a nil return, with the reason. */
  nominations?: { wanted: WantedNomination[]; nilReason?: string } | undefined;
  /** The unit has nothing to sum up: the reason of a nil return, in place of the summary. */
  nilReason?: string;
}

const sent = z.object({
  kind: z.literal('summary'),
  /** The filing of the summary, or of the nominations that were sent alone. */
  filingId: z.number(),
  late: z.boolean(),
  supplement: z.boolean(),
  replaces: z.boolean(),
  /** Exemplars that are nominated; −1: not asked. */
  nominated: z.number(),
});

/** The result of sending, which the draft also stores. */
export type SentSummary = z.infer<typeof sent>;

/**
 * Sends a unit's summary of a stage or the period and its nominations (Plan 101, II.6, IV.3). Each
 * is a new version under its duty that waits for an officer. Nominations that were handed in
 * before and are unchanged are not handed in again. Everything is in one transaction, which locks
 * the unit. The same draft again returns the first result and writes nothing. Throws
 * `unit-unknown`, `plan-closed` and `draft-gone`.
 */
export async function sendSummary(
  deps: { db: Database; plan: LoadedPlan },
  given: NewSummary,
): Promise<SentSummary & { deliveries: number[] }> {
  const { plan } = deps;
  const { unitId, draftId, at, summary, nominations, nilReason } = given;
  return transact(deps.db, async (tx) => {
    const { prisma, sql } = tx;
    const unit = await lockUnit(sql, unitId);
    const draft = await holdDraft(prisma, draftId);
    if (draft?.state === 'done') return { ...sent.parse(draft.result), deliveries: [] };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    unit.requireActive();
    await requireOpenPlan(sql, plan.id);
    const { personId, channel, onBehalf, duty, occurrence } = given;
    const by = { personId, channel, onBehalf, at };
    const filed: AddedFiling[] = [];
    const file = async (of: Pick<SummaryOf, 'duty' | 'occurrence'>, part: string, nil?: string) => {
      const added = await addFiling(tx, plan, {
        ...{ ...by, ...of, unitId, ...(nil !== undefined && { nilReason: nil }) },
      });
      if (nil === undefined) await handOverPart(prisma, { draftId, part, filingId: added.filingId });
      filed.push(added);
      return added.filingId;
    };
    if (summary || nilReason !== undefined) {
      const filingId = await file({ duty, occurrence }, summaryParts.summary, nilReason);
      if (summary) {
        const { years, texts, answers } = summary;
        await prisma.periodSummary.create({
          data: {
            ...{ planId: plan.id, unitId, duty, occurrence, filingId, ...texts },
            ...{ fromYear: years.from, toYear: years.to, answers: storedAnswers.parse(answers) },
          },
        });
      }
    }
    const asked = nominations && findNominationsDuty(plan);
    if (asked) {
      const of = { planId: plan.id, unitId };
      const changed = await saveNominations(prisma, of, nominations.wanted, by);
      const again: Pick<SummaryOf, 'duty' | 'occurrence'> = { duty: asked.code, occurrence: oneOff };
      const alone = filed.length === 0;
      if (alone || changed || !(await isHandedIn(prisma, { ...of, ...again })))
        await file(
          again,
          summaryParts.nominations,
          nominations.wanted.length > 0 ? undefined : (nominations.nilReason ?? nilReason),
        );
    }
    await prisma.attachment.updateMany({
      where: { draftId, removedAt: null, filingId: null, part: { in: Object.values(summaryParts) } },
      data: { removedAt: at },
    });
    const [first] = filed;
    if (!first) throw new Error('a summary sends nothing');
    const result: SentSummary = {
      ...{ kind: 'summary', filingId: first.filingId, supplement: filed.some((one) => one.supplement) },
      ...{ late: filed.some(({ late }) => late), replaces: first.replaces },
      nominated: nominations ? nominations.wanted.length : -1,
    };
    await endHeldDraft(prisma, draftId, 'done', at, result);
    return { ...result, deliveries: filed.flatMap(({ deliveries }) => deliveries) };
  });
}

/** Tells whether the newest document of a duty stands: it was not returned. */
async function isHandedIn(
  tx: Prisma.TransactionClient,
  { planId, unitId, duty, occurrence }: SummaryOf,
): Promise<boolean> {
  const newest = await tx.filing.findFirst({
    where: { planId, unitId, duty, occurrence },
    orderBy: newestVersion,
    select: { status: true },
  });
  return newest !== null && newest.status !== 'returned';
}

/** Gives the newest Word file of a part to its filing; earlier ones are marked as removed. */
async function handOverPart(
  tx: Prisma.TransactionClient,
  { draftId, part, filingId }: { draftId: number; part: string; filingId: number },
): Promise<void> {
  const ofPart = { draftId, part, removedAt: null };
  const word = await tx.attachment.findFirst({
    where: ofPart,
    orderBy: { id: 'desc' },
    select: { id: true, uploadedAt: true },
  });
  if (!word) throw new Error('a summary needs its Word file');
  await tx.attachment.updateMany({
    where: { ...ofPart, id: { not: word.id } },
    data: { removedAt: word.uploadedAt },
  });
  await tx.attachment.update({ where: { id: word.id }, data: { filingId } });
}
