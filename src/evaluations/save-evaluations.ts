import { requestHelp } from '../help-requests/request-help.ts';
import type { Transaction } from '../store/transaction.ts';
import type { EvaluationFacts } from './questions.ts';

/** The unit, plan and year of a report. */
export interface ReportOf {
  planId: number;
  unitId: number;
  year: number;
}

/** The person who acts, the channel and the time. */
export interface ReportedBy {
  personId: number;
  channel: string;
  at: Date;
}

/** What a unit found of one exemplar. */
export interface FoundOf {
  exemplarId: number;
  facts: EvaluationFacts;
}

/**
 * Writes what a unit found of its exemplars in a year, with the history, in a transaction of the
 * caller. Unchanged ones are left alone. Help that an exemplar needs becomes an item for
 * officers (Plan 101, II.3). Returns the ids of the evaluations by exemplar.
 */
export async function saveEvaluations(
  tx: Transaction,
  { planId, unitId, year }: ReportOf,
  found: FoundOf[],
  by: ReportedBy,
): Promise<Map<number, number>> {
  const ids = new Map<number, number>();
  for (const { exemplarId, facts } of found) {
    const { evidence: _files, ...stored } = facts;
    const id = await saveOne(tx, { planId, unitId, year, exemplarId }, stored, by);
    ids.set(exemplarId, id);
    if (stored.help !== null) {
      const asked = { planId, unitId, exemplarId, text: stored.help, madeBy: `evaluation:${id}` } as const;
      await requestHelp(tx, asked, by);
    }
  }
  return ids;
}

type Stored = Omit<EvaluationFacts, 'evidence'>;

async function saveOne(
  { prisma }: Transaction,
  of: ReportOf & { exemplarId: number },
  stored: Stored,
  { at, ...by }: ReportedBy,
): Promise<number> {
  const { planId, exemplarId, year } = of;
  const before = await prisma.evaluation.findUnique({
    where: { planId_exemplarId_year: { planId, exemplarId, year } },
  });
  const step = { at, ...by, after: stored };
  if (!before) {
    const { id } = await prisma.evaluation.create({
      data: {
        ...{ ...of, ...stored, evaluatedAt: at },
        changes: { create: { ...step, action: 'evaluate' } },
      },
      select: { id: true },
    });
    return id;
  }
  const was = Object.fromEntries(Object.entries(before).filter(([field]) => field in stored));
  if (Object.entries(stored).every(([field, value]) => was[field] === value)) return before.id;
  await prisma.evaluation.update({
    where: { id: before.id },
    data: {
      ...{ ...stored, unitId: of.unitId, evaluatedAt: at },
      changes: { create: { ...step, action: 'change', before: was } },
    },
  });
  return before.id;
}
