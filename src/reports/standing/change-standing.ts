import { closeDraft, lockDraft } from '../../drafts/draft.ts';
import { DomainError } from '../../errors.ts';
import { requireOpenPlan } from '../../plans/require-open.ts';
import type { Database } from '../../store/database.ts';
import type { Reader } from '../../store/reader.ts';
import { transact } from '../../store/transaction.ts';
import type { Rhythm } from './rhythm.ts';

/** A report that a person gets again and again without asking. */
export interface StandingReport extends Rhythm {
  id: number;
  planId: number;
  personId: number;
  /** The code of the report. */
  report: string;
  /** The items of its filter (`listFilterItems`); empty: it has none. */
  filter: string[];
}

const shown = {
  id: true,
  planId: true,
  personId: true,
  report: true,
  filter: true,
  rhythm: true,
  day: true,
} as const;

/** Lists the standing reports that a person gets, the first ordered first. */
export function listStandingReports(prisma: Reader, personId: number): Promise<StandingReport[]> {
  return prisma.standingReport.findMany({
    where: { personId, endedAt: null },
    select: shown,
    orderBy: { id: 'asc' },
  });
}

/** Finds a standing report that has not ended. */
export async function findStandingReport(prisma: Reader, id: number): Promise<StandingReport | undefined> {
  const found = await prisma.standingReport.findFirst({ where: { id, endedAt: null }, select: shown });
  return found ?? undefined;
}

/**
 * Orders a standing report and closes the draft of the order. The same draft, or the same order
 * again, changes nothing. Throws `draft-gone` and `plan-closed`.
 */
export async function orderReport(
  db: Database,
  { draftId, ...order }: Omit<StandingReport, 'id'> & { draftId: number },
  at: Date,
): Promise<void> {
  await transact(db, async (tx) => {
    const draft = await lockDraft(tx.sql, draftId);
    if (draft?.state === 'done') return;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    await requireOpenPlan(tx.sql, order.planId);
    const { filter, ...rest } = order;
    const same = await tx.prisma.standingReport.findFirst({
      where: { ...rest, filter: { equals: filter }, endedAt: null },
    });
    if (!same) await tx.prisma.standingReport.create({ data: { ...order, since: at } });
    await closeDraft(tx.sql, draftId, 'done', at);
  });
}

/** Ends a standing report; again changes nothing. */
export async function endStandingReport({ prisma }: Database, id: number, at: Date): Promise<void> {
  await prisma.standingReport.updateMany({ where: { id, endedAt: null }, data: { endedAt: at } });
}
