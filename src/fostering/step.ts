/**
 * The nouns of fostering (Plan 101, IV.2). A unit's *fostering plan* says which leader is
 * responsible for its approved exemplars and what is done for them: its *steps*, each for one
 * exemplar or for all. A step is *open* until it is done or dropped, and *overdue* when it is open
 * after its day.
 */
import type { LocalDate } from '../plan/plan.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { FosteringKind } from '../store/generated/enums.ts';

/** The unit and the plan that a fostering plan belongs to. */
export interface FosteringOf {
  planId: number;
  unitId: number;
}

/** A step as a unit plans it. */
export interface PlannedStep {
  /** Null: for all exemplars of the unit. */
  exemplarId: number | null;
  kind: FosteringKind;
  what: string;
  /** Who does it. */
  who: string;
  /** The last day. */
  dueOn: LocalDate;
}

/** The columns that screens and documents show of a step. */
export const shownOfStep = {
  id: true,
  exemplarId: true,
  kind: true,
  what: true,
  who: true,
  dueOn: true,
  doneOn: true,
  droppedAt: true,
  dropReason: true,
  exemplar: { select: { code: true, name: true, status: true } },
  fosteringPlan: { select: { planId: true, unitId: true, unit: { select: { name: true } } } },
} as const satisfies Prisma.FosteringStepSelect;

type Row = Prisma.FosteringStepGetPayload<{ select: typeof shownOfStep }>;

/** A step with what screens and documents show of it. */
export interface FosteringStep extends Omit<Row, 'dueOn' | 'doneOn' | 'fosteringPlan'>, FosteringOf {
  unitName: string;
  dueOn: LocalDate;
  doneOn: LocalDate | null;
}

/** Where a step stands on a day. */
export type StepState = 'open' | 'overdue' | 'done' | 'dropped';

/** Reads the stored row of a step: its days as days of the calendar. */
export function readStep({ fosteringPlan, dueOn, doneOn, ...row }: Row): FosteringStep {
  const { planId, unitId, unit } = fosteringPlan;
  return {
    ...row,
    planId,
    unitId,
    unitName: unit.name,
    dueOn: dayOf(dueOn),
    doneOn: doneOn && dayOf(doneOn),
  };
}

function dayOf(date: Date): LocalDate {
  return date.toISOString().slice(0, 10);
}

/** Says where a step stands on `today`. The due itself is on time. */
export function stateOfStep(
  { doneOn, droppedAt, dueOn }: Pick<FosteringStep, 'doneOn' | 'droppedAt' | 'dueOn'>,
  today: LocalDate,
): StepState {
  if (doneOn !== null) return 'done';
  if (droppedAt !== null) return 'dropped';
  return dueOn < today ? 'overdue' : 'open';
}

/** Tells whether a step is neither done nor dropped. */
export function isOpenStep({ doneOn, droppedAt }: Pick<FosteringStep, 'doneOn' | 'droppedAt'>): boolean {
  return doneOn === null && droppedAt === null;
}
