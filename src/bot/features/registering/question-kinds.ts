import type { RegistrationSubject } from '../../../exemplars/mending.ts';
import { ownCriterionCode, ownIdsIn } from '../../../exemplars/own-criteria/codes.ts';
import { findOwnCriteria, listOwnToTick } from '../../../exemplars/own-criteria/own-criterion.ts';
import { criteriaOffered } from '../../../plan/criteria.ts';
import type { Category, Criterion } from '../../../plan/plan.ts';
import type { Scene } from '../../forms/form.ts';
import { readStoredList } from '../../forms/position.ts';

/** Tells whether the exemplar is a person. */
export const individual = (s: Pick<Scene, 'answers'>) => s.answers.subject === 'individual';
/** Returns a stored text; anything else is an empty one. */
export const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Finds the category chosen so far. */
export function categoryOf(s: Scene): Category | undefined {
  return s.house.plan.categories.find((c) => c.code === s.answers.category);
}

/** A criterion to tick: its code among the stored ticks, and its words. */
export interface Tickable {
  code: string;
  text: string;
}

/**
 * Lists the criteria to tick: general ones, the category's, then the unit's own. Those of leaders
 * are only for a leader (Plan 101, III.2, III.3). An own one that was retired since stays while it
 * is ticked.
 */
export function tickable(s: Scene<RegistrationSubject>): Promise<Tickable[]> {
  const known = tickableIn.get(s);
  if (known) return known;
  const listed = listTickable(s);
  tickableIn.set(s, listed);
  return listed;
}

/** The criteria by the scene that asked for them: a question looks at them several times. */
const tickableIn = new WeakMap<Scene<RegistrationSubject>, Promise<Tickable[]>>();

async function listTickable(s: Scene<RegistrationSubject>): Promise<Tickable[]> {
  return [...offeredByPlan(s), ...(await ownToTick(s))];
}

/** Lists the plan's own criteria among them. */
export function offeredByPlan({ answers, house }: Scene): Criterion[] {
  return criteriaOffered(house.plan, { category: answers.category, leads: answers.leader === 'yes' });
}

async function ownToTick({ answers, subject, house }: Scene<RegistrationSubject>): Promise<Tickable[]> {
  const unitId = Number(answers.unit ?? subject.unitId);
  if (!Number.isInteger(unitId)) return [];
  const ticked = [answers.criteria, answers['~criteria'], subject.previous?.criteria].flatMap((list) =>
    ownIdsIn(readStoredList(list)),
  );
  const inUse = await listOwnToTick(
    house.db.pool,
    { planId: house.plan.id, unitId },
    individual({ answers }) ? 'individual' : 'collective',
  );
  const missing = ticked.filter((id) => !inUse.some((one) => one.id === id));
  const kept = (await findOwnCriteria(house.db.prisma, missing)).filter((one) => one.unitId === unitId);
  return [...inUse, ...kept].map(({ id, text }) => ({ code: ownCriterionCode(id), text }));
}
