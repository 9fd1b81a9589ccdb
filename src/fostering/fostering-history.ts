import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';
import type { FosteringOf } from './step.ts';

const shown = {
  id: true,
  at: true,
  channel: true,
  onBehalf: true,
  action: true,
  reason: true,
  before: true,
  after: true,
  person: { select: { name: true } },
  step: { select: { what: true } },
} as const satisfies Prisma.FosteringChangeSelect;

/** A line of the history of fostering. */
export type FosteringLine = Prisma.FosteringChangeGetPayload<{ select: typeof shown }>;

/** Lists a page of the history of a unit's fostering plan, the newest first, with the total. */
export async function listFosteringHistory(
  reader: Reader,
  { planId, unitId }: FosteringOf,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: FosteringLine[]; total: number }> {
  const of = { planId, unitId };
  // The steps of a unit that was merged into this one came with their history.
  const where = { OR: [{ fosteringPlan: of }, { step: { fosteringPlan: of } }] };
  const items = await reader.fosteringChange.findMany({
    where,
    orderBy: { id: 'desc' },
    take: limit,
    skip: Math.min(offset, 2_000_000_000),
    select: shown,
  });
  return { items, total: await reader.fosteringChange.count({ where }) };
}

/** Lists the history of one step, the oldest first. */
export async function listStepHistory(reader: Reader, stepId: number): Promise<FosteringLine[]> {
  return reader.fosteringChange.findMany({ where: { stepId }, orderBy: { id: 'asc' }, select: shown });
}
