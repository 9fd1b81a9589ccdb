import { type DutyOfPlan, readDutyTime } from '../../../duties/duty-code.ts';
import { nameDuty } from '../../../duties/say.ts';
import { formatDate } from '../../../plan/calendar.ts';
import { dueOf } from '../../../plan/due.ts';
import type { Occurrence } from '../../../plan/occurrence.ts';
import type { LoadedPlan, MovedDue } from '../../../plan/plan.ts';
import { planOf } from '../../core/house.ts';
import type { Question, Scene } from '../../forms/form.ts';
import type { NoSubject } from '../../forms/no-subject.ts';

/** A scene of the form that moves a due. */
export type MovingScene = Scene<NoSubject>;

/** A question of the form that moves a due. */
export type MovingQuestion = Question<string, NoSubject>;

/** The duty whose due is moved, with its plan. */
export interface ChosenDuty {
  plan: LoadedPlan;
  of: DutyOfPlan & { occurrence: Occurrence };
}

/** Finds the duty that the officer chose; undefined while it is asked, also again. */
export function findChosen(s: MovingScene): ChosenDuty | undefined {
  const { duty } = s.answers;
  const of = typeof duty === 'string' ? readDutyTime(duty) : undefined;
  return of && { plan: planOf(s.house, of), of };
}

/** Returns the duty that the officer chose. Throws without one. */
export function requireChosen(s: MovingScene): ChosenDuty {
  const found = findChosen(s);
  if (!found) throw new Error('a due is moved of no duty');
  return found;
}

/** Names the duty within a sentence. */
export function nameChosen(s: MovingScene): string {
  const { plan, of } = requireChosen(s);
  return nameDuty(plan, s.locale, of, 'inside');
}

/** Returns the unit whose due is moved; null: every unit's. */
export function readMovedUnit({ answers: { scope, unit } }: MovingScene): number | null {
  return scope === 'unit' && unit !== undefined && unit !== null ? Number(unit) : null;
}

/** Returns the present day of a unit, or with null of every unit; undefined: not set yet. */
export function findPresentDay(s: MovingScene, unitId: number | null): string | undefined {
  const { plan, of } = requireChosen(s);
  return dueOf(plan, of.duty, of.occurrence, unitId)?.lastDay;
}

/** Writes a day, or that it is not set yet. */
export function sayMovingDay(s: MovingScene, day: string | undefined): string {
  return day === undefined ? s.t('due-unset') : formatDate(day);
}

/** Returns the move as answered so far. Throws while it has no day. */
export function readMove(s: MovingScene): MovedDue {
  const { of } = requireChosen(s);
  const { day, exact } = s.answers;
  if (typeof day !== 'string') throw new Error('a due is moved to no day');
  const { duty, occurrence } = of;
  return { duty, occurrence, unitId: readMovedUnit(s), lastDay: day, exact: exact === 'yes' };
}
