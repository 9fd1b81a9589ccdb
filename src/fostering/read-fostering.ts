import { DomainError } from '../errors.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';
import { type FosteringOf, type FosteringStep, readStep, shownOfStep } from './step.ts';

const shownOfPlan = {
  id: true,
  lead: true,
  savedAt: true,
  by: { select: { name: true } },
} as const satisfies Prisma.FosteringPlanSelect;

/** A unit's fostering plan without its steps. */
export type FosteringPlan = Prisma.FosteringPlanGetPayload<{ select: typeof shownOfPlan }>;

/** Finds a unit's fostering plan; undefined when it has made none. */
export async function findFosteringPlan(
  reader: Reader,
  { planId, unitId }: FosteringOf,
): Promise<FosteringPlan | undefined> {
  const found = await reader.fosteringPlan.findUnique({
    where: { planId_unitId: { planId, unitId } },
    select: shownOfPlan,
  });
  return found ?? undefined;
}

/** Lists the steps of a unit's fostering plan, by their days; also done and dropped ones. */
export async function listSteps(reader: Reader, of: FosteringOf): Promise<FosteringStep[]> {
  return find(reader, { fosteringPlan: of });
}

/** Lists the steps for one exemplar, and those for all exemplars of its unit under its plans. */
export async function listStepsOfExemplar(
  reader: Reader,
  { id, planIds, unitId }: { id: number; planIds: number[]; unitId: number },
): Promise<FosteringStep[]> {
  return find(reader, {
    OR: [{ exemplarId: id }, { exemplarId: null, fosteringPlan: { planId: { in: planIds }, unitId } }],
  });
}

/** Finds a step. Throws `fostering-step-unknown`. */
export async function stepById(reader: Reader, id: number): Promise<FosteringStep> {
  const [found] = await find(reader, { id });
  if (!found) throw new DomainError('fostering-step-unknown');
  return found;
}

async function find(reader: Reader, where: Prisma.FosteringStepWhereInput): Promise<FosteringStep[]> {
  const rows = await reader.fosteringStep.findMany({
    where,
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: shownOfStep,
  });
  return rows.map(readStep);
}

/** An approved exemplar that a unit fosters. */
export interface Fosterable {
  id: number;
  code: string;
  name: string;
}

/**
 * Lists the approved exemplars of a unit that a plan fosters. They are its own, and those carried
 * over from an earlier plan.
 */
export async function listFosterable(reader: Reader, { planId, unitId }: FosteringOf): Promise<Fosterable[]> {
  return reader.exemplar.findMany({
    where: { unitId, status: 'approved', OR: [{ planId }, { carried: { some: { planId } } }] },
    orderBy: [{ code: 'asc' }],
    select: { id: true, code: true, name: true },
  });
}

/** Lists the plans, among these, under which a unit has something to foster or has planned it. */
export async function listFosteringPlans(
  reader: Reader,
  unitId: number,
  planIds: number[],
): Promise<number[]> {
  const found = await reader.plan.findMany({
    where: {
      id: { in: planIds },
      OR: [
        { fostering: { some: { unitId } } },
        { exemplars: { some: { unitId, status: 'approved' } } },
        { carried: { some: { exemplar: { unitId, status: 'approved' } } } },
      ],
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return found.map(({ id }) => id);
}
