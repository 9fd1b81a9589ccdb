import type { KnownPerson, RoleName } from './known-person.ts';
import { allRoles, holds } from './roles.ts';

/**
 * How far a right reaches: the role's own units, every unit, or approved exemplars of every unit.
 */
export type Reach = 'own' | 'all' | 'approved';

/**
 * Says who may do what, role by role, as the domain's table does. A role that is left out may not.
 */
export const rights = {
  /** Register, mend and send exemplars, hand in documents, continue what a unit's liaison left. */
  handIn: { liaison: 'own', officer: 'all' },
  withdraw: { liaison: 'own' },
  seeExemplars: { liaison: 'own', head: 'own', officer: 'all', manager: 'all', publicist: 'approved' },
  /** Duties and documents of a unit. */
  seeUnit: { liaison: 'own', head: 'own', officer: 'all', manager: 'all' },
  /** The list of what one's own units owe. */
  seeOwnDuties: { liaison: 'own', head: 'own' },
  report: { liaison: 'own', head: 'own', officer: 'all', manager: 'all' },
  /** The report that shows phone numbers. */
  reportPhones: { officer: 'all' },
  review: { officer: 'all' },
  nudge: { officer: 'all' },
  invite: { officer: 'all' },
  managePeople: { officer: 'all' },
  seeHealth: { officer: 'all' },
} as const satisfies Record<string, Partial<Record<RoleName, Reach>>>;

/** A line of the table of rights. */
export type Right = keyof typeof rights;

/**
 * Who may use a command or press a button; `joined`: every person, `all`: also those not joined.
 */
export type Access = Right | 'joined' | 'all';

const table: Record<Right, Partial<Record<RoleName, Reach>>> = rights;

/** Lists the roles that may, in the order of the domain's table. */
export function rolesWith(access: Access): RoleName[] {
  if (access === 'all' || access === 'joined') return [...allRoles];
  return allRoles.filter((role) => table[access][role] !== undefined);
}

/** Tells whether a person may do this anywhere. */
export function hasAccess(person: KnownPerson | null, access: Access): boolean {
  if (access === 'all') return true;
  return access === 'joined' ? person !== null : holds(person, ...rolesWith(access));
}

/** What a right is asked for: a unit's, or an exemplar of it. `null`: no unit is named. */
export interface OfUnit {
  unitId: number | null;
  /** An exemplar that was approved. */
  approved?: boolean;
}

/**
 * Tells whether a right of the person reaches this. Where no unit is named it need only be held.
 */
export function reaches(person: KnownPerson | null, right: Right, { unitId, approved }: OfUnit): boolean {
  return (person?.memberships ?? []).some((held) => {
    const reach = table[right][held.role];
    if (reach === undefined) return false;
    if (reach === 'approved') return approved === true;
    return reach === 'all' || unitId === null || held.unitId === unitId;
  });
}

/** Gives the units that a right of the person reaches, in the order in which they joined. */
export function unitsWithin(person: KnownPerson | null, right: Right): 'all' | number[] {
  const held = (person?.memberships ?? []).filter(({ role }) => table[right][role] !== undefined);
  if (held.some(({ role }) => table[right][role] === 'all')) return 'all';
  const own = held.flatMap(({ role, unitId }) =>
    table[right][role] === 'own' && unitId !== null ? [unitId] : [],
  );
  return [...new Set(own)];
}

/** Gives the units whose exemplars and duties a person may see. */
export function visibleUnits(person: KnownPerson | null): 'all' | number[] {
  return unitsWithin(person, 'seeUnit');
}
