import type { LocalDate } from '../plan/plan.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

/** A choice of steps: of these plans, overdue on `today`. */
export interface OverdueOf {
  planIds: number[];
  today: LocalDate;
  /** Units that are meant; left out: all. */
  unitIds?: number[];
  /** Units that are left out. */
  exceptUnitIds?: number[];
}

/** An overdue step with its unit. */
export interface OverdueStep {
  unit: { id: number; name: string; short: string };
  planId: number;
  what: string;
  who: string;
  dueOn: LocalDate;
}

/** An open step whose day is over, of a living unit, for an exemplar that is still approved. */
function whereOverdue({ planIds, today, unitIds, exceptUnitIds }: OverdueOf): Prisma.FosteringStepWhereInput {
  return {
    ...{ doneOn: null, droppedAt: null, dueOn: { lt: new Date(today) } },
    OR: [{ exemplarId: null }, { exemplar: { status: 'approved' } }],
    fosteringPlan: {
      planId: { in: planIds },
      unit: { active: true },
      unitId: { ...(unitIds && { in: unitIds }), ...(exceptUnitIds && { notIn: exceptUnitIds }) },
    },
  };
}

/** Counts overdue steps, and the units that have them. */
export async function countOverdueSteps(
  reader: Reader,
  of: OverdueOf,
): Promise<{ steps: number; units: number }> {
  const plans = await reader.fosteringPlan.findMany({
    where: { planId: { in: of.planIds }, steps: { some: whereOverdue(of) } },
    select: { unitId: true, _count: { select: { steps: { where: whereOverdue(of) } } } },
  });
  return {
    steps: plans.reduce((sum, { _count }) => sum + _count.steps, 0),
    units: new Set(plans.map(({ unitId }) => unitId)).size,
  };
}

/** Lists a page of overdue steps by unit, the longest overdue first, with the total. */
export async function pageOverdueSteps(
  reader: Reader,
  { limit, offset, ...of }: OverdueOf & { limit: number; offset: number },
): Promise<{ items: OverdueStep[]; total: number }> {
  const where = whereOverdue(of);
  const rows = await reader.fosteringStep.findMany({
    where,
    orderBy: [{ fosteringPlan: { unit: { position: 'asc' } } }, { dueOn: 'asc' }, { id: 'asc' }],
    take: limit,
    // A forged button may ask for a page beyond what a query can skip.
    skip: Math.min(offset, 2_000_000_000),
    select: {
      ...{ what: true, who: true, dueOn: true },
      fosteringPlan: {
        select: { planId: true, unit: { select: { id: true, name: true, short: true } } },
      },
    },
  });
  return {
    items: rows.map(({ what, who, dueOn, fosteringPlan: { planId, unit } }) => ({
      ...{ unit, planId, what, who, dueOn: dueOn.toISOString().slice(0, 10) },
    })),
    total: await reader.fosteringStep.count({ where }),
  };
}
