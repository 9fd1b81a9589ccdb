import { loadPerson } from '../../people/accounts.ts';
import type { KnownPerson } from '../../people/known-person.ts';
import { listOfficesOf } from '../../people/office-scope.ts';
import type { Plans } from '../../plans/plans.ts';
import type { House } from './house.ts';

/** Houses of all offices, by those that were narrowed to a person's. */
const wider = new WeakMap<House, House>();

/**
 * Returns these dependencies with the plans of the person's offices alone. Everything that a plan
 * asks for carries its plan, so lists, reports and rounds are of these offices too. While one
 * office has the database nothing changes.
 */
export function narrowToOffices(house: House, person: KnownPerson | null): House {
  const whole = wider.get(house) ?? house;
  const officeIds = listOfficesOf(person);
  if (officeIds === undefined) return whole;
  const { plans } = whole;
  const theirs = (plan: { officeId: number }) => officeIds.includes(plan.officeId);
  const leading = () => {
    const first = plans.leading();
    if (theirs(first)) return first;
    return plans.open().filter(theirs).at(-1) ?? plans.all().filter(theirs).at(-1) ?? first;
  };
  const narrowed: Plans = {
    leading,
    open: () => plans.open().filter(theirs),
    all: () => plans.all().filter(theirs),
    find: (id) => [plans.find(id)].find((plan) => plan !== undefined && theirs(plan)),
    refresh: () => plans.refresh(),
  };
  const result: House = { ...whole, plans: narrowed, plan: leading(), officeIds };
  wider.set(result, whole);
  return result;
}

/** Narrows the dependencies to the offices of a person who is told something. */
export async function houseOf(house: House, personId: number): Promise<House> {
  return narrowToOffices(house, await loadPerson(house.db.prisma, personId));
}
