import { z } from 'zod';
import { listUnitsWithin } from '../../../people/rights.ts';
import { holds } from '../../../people/roles.ts';
import { ActivityKind, Role } from '../../../store/generated/enums.ts';
import type { Question, Scene } from '../../forms/form.ts';

/** The role in which an activity is logged, its plan, and the activity that is mended, if any. */
export const activitySubject = z.object({
  planId: z.int(),
  as: z.enum(Role),
  activityId: z.int().optional(),
  /** The newest line of its history that the person saw. */
  changeId: z.int().optional(),
});
/** The subject of the form that logs an activity. */
export type ActivitySubject = z.infer<typeof activitySubject>;
/** A scene of that form. */
export type ActivityScene = Scene<ActivitySubject>;
/** A question of that form. */
export type ActivityQuestion<Value = unknown> = Question<Value, ActivitySubject>;

/** The holder of an activity that is no unit's. */
export const theOffice = 'office';

/** Reads the kind chosen so far. */
export function chosenKind({ answers }: Pick<Scene, 'answers'>): ActivityKind | undefined {
  return Object.values(ActivityKind).find((kind) => kind === answers.kind);
}

/** Returns the unit that did the activity; null: the office. */
export function unitOfActivity({ subject, answers }: ActivityScene): number | null {
  const named = subject.as === 'liaison' ? answers.unit : answers.holder;
  return typeof named === 'string' && /^[1-9]\d*$/.test(named) ? Number(named) : null;
}

/** Lists the units of whose exemplars the activity can be about; undefined: of every unit. */
export function unitsToChooseFrom(s: ActivityScene): number[] | undefined {
  const { person, subject } = s;
  if (subject.as === 'liaison') return [unitOfActivity(s) ?? 0];
  const within = listUnitsWithin(person, 'recordActivities');
  return within === 'all' || holds(person, 'publicist') ? undefined : within;
}
