import { addDays } from '../plan/calendar.ts';
import type { LocalDate } from '../plan/plan.ts';
import type { ExemplarStatus } from '../store/generated/enums.ts';

/** The data about an exemplar that decide its next step. */
export interface ExemplarProgress {
  id: number;
  code: string;
  name: string;
  unitId: number;
  planId: number;
  /** Later plans that it was carried over into. */
  carriedInto: number[];
  status: ExemplarStatus;
  /** Whether a step of fostering is for it, or for all exemplars of its unit. */
  planned: boolean;
  /** The open step of its own with the nearest day. */
  stepWhat: string | null;
  stepDueOn: LocalDate | null;
  /** Whether publicity about it was ever logged. */
  publicised: boolean;
  /** Whether it was evaluated this year. */
  evaluated: boolean;
}

/** The next step of an exemplar; `done`: nothing is left this year. */
export type NextStep =
  | { step: 'mend' | 'wait' | 'foster' | 'publicise' | 'evaluate' | 'done' }
  | { step: 'late' | 'work'; what: string; dueOn: LocalDate };

/** Steps that are due within so many days come before publicity and the evaluation. */
const soonDays = 30;

/**
 * Decides the next step of an exemplar on `today`. It is to mend it, to wait for the review, then
 * to foster, publicise and evaluate it (Plan 101, IV.2, V.2, IV.3). Undefined where its way has
 * ended. `evaluates`: whether the plan asks for an evaluation this year.
 */
export function decideNextStep(
  of: ExemplarProgress,
  { today, evaluates }: { today: LocalDate; evaluates: boolean },
): NextStep | undefined {
  if (of.status === 'returned') return { step: 'mend' };
  if (of.status === 'submitted') return { step: 'wait' };
  if (of.status !== 'approved') return undefined;
  const { stepWhat: what, stepDueOn: dueOn } = of;
  const work = what !== null && dueOn !== null ? { what, dueOn } : undefined;
  if (work && work.dueOn < today) return { step: 'late', ...work };
  if (!of.planned) return { step: 'foster' };
  if (work && work.dueOn <= addDays(today, soonDays)) return { step: 'work', ...work };
  if (!of.publicised) return { step: 'publicise' };
  if (evaluates && !of.evaluated) return { step: 'evaluate' };
  return work ? { step: 'work', ...work } : { step: 'done' };
}

/** Numbers of exemplars for which something is left to do. */
export interface LeftToDo {
  mend: number;
  foster: number;
  publicise: number;
  evaluate: number;
}

/** Counts what is left of exemplars this year; one may count in several places. */
export function countLeftToDo(all: ExemplarProgress[], { evaluates }: { evaluates: boolean }): LeftToDo {
  const approved = all.filter(({ status }) => status === 'approved');
  const count = (is: (one: ExemplarProgress) => boolean) => approved.filter(is).length;
  return {
    mend: all.filter(({ status }) => status === 'returned').length,
    foster: count(({ planned }) => !planned),
    publicise: count(({ publicised }) => !publicised),
    evaluate: evaluates ? count(({ evaluated }) => !evaluated) : 0,
  };
}
