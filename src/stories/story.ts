/**
 * The *story* of an exemplar is everything that the register holds about it: how it was registered
 * and reviewed, its fostering, activities, evaluations, awards, nominations (Plan 101, IV.2, IV.3),
 * under its own plan and those that it was carried into.
 */
import type { Exemplar } from '../exemplars/exemplar.ts';
import { listStepsOfExemplar } from '../fostering/read-fostering.ts';
import type { FosteringStep } from '../fostering/step.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

const told = {
  changes: {
    where: { action: { not: 'link' } },
    orderBy: { id: 'asc' },
    select: { id: true, at: true, action: true, reason: true, person: { select: { name: true } } },
  },
  activities: {
    where: { activity: { withdrawnAt: null } },
    orderBy: { activityId: 'asc' },
    select: {
      activity: {
        select: {
          id: true,
          planId: true,
          kind: true,
          heldOn: true,
          place: true,
          reached: true,
          broadcasts: true,
          minutes: true,
          link: true,
          unit: { select: { name: true } },
        },
      },
    },
  },
  evaluations: {
    orderBy: { year: 'asc' },
    select: {
      id: true,
      planId: true,
      year: true,
      result: true,
      spreadTo: true,
      spreadCount: true,
      difficulties: true,
      lesson: true,
      evaluatedAt: true,
    },
  },
  proposals: {
    where: { state: { not: 'withdrawn' } },
    orderBy: [{ year: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      planId: true,
      year: true,
      form: true,
      title: true,
      level: true,
      state: true,
      proposedAt: true,
      decidedAt: true,
      reason: true,
      decision: { select: { id: true, number: true, decidedOn: true, body: true } },
    },
  },
  nominations: {
    where: { state: { not: 'withdrawn' } },
    orderBy: { id: 'asc' },
    select: { id: true, planId: true, state: true, nominatedAt: true, decidedAt: true },
  },
  plan: { select: { id: true, code: true } },
  carried: {
    orderBy: { at: 'asc' },
    select: { at: true, plan: { select: { id: true, code: true } } },
  },
  help: {
    where: { state: { not: 'closed' } },
    orderBy: { id: 'asc' },
    select: { id: true, text: true, state: true, askedAt: true },
  },
} as const satisfies Prisma.ExemplarSelect;

type Told = Prisma.ExemplarGetPayload<{ select: typeof told }>;

/** Everything about an exemplar, each part in the order of time. */
export interface Story extends Omit<Told, 'activities'> {
  exemplar: Exemplar;
  activities: Told['activities'][number]['activity'][];
  /** Steps for it, and those for all exemplars of its unit. */
  steps: FosteringStep[];
}

/** Reads the story of an exemplar. */
export async function readStory(reader: Reader, exemplar: Exemplar): Promise<Story> {
  const { id, unitId } = exemplar;
  const { activities, ...parts } = await reader.exemplar.findUniqueOrThrow({ where: { id }, select: told });
  const planIds = [exemplar.planId, ...parts.carried.map(({ plan }) => plan.id)];
  const steps = await listStepsOfExemplar(reader, { id, unitId, planIds });
  const held = activities.map(({ activity }) => activity);
  return {
    ...parts,
    exemplar,
    activities: held.toSorted((a, b) => a.heldOn.getTime() - b.heldOn.getTime() || a.id - b.id),
    steps,
  };
}

/** Names the plan of a part of a story; undefined where the exemplar has only one plan. */
export function namePlanOfPart(story: Pick<Story, 'plan' | 'carried'>, planId: number): string | undefined {
  if (story.carried.length === 0) return undefined;
  const plans = [story.plan, ...story.carried.map(({ plan }) => plan)];
  return plans.find(({ id }) => id === planId)?.code ?? undefined;
}
