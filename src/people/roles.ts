import { Role } from '../store/generated/enums.ts';
import type { KnownPerson, RoleName } from './known-person.ts';

/** A role that acts for one unit; the others act for the whole office. */
export type UnitRole = Extract<Role, 'liaison' | 'head'>;

/** The roles that act for one unit. */
export const unitRoles: readonly RoleName[] = ['liaison', 'head'] satisfies UnitRole[];
/** Every role, in the order of the domain's table. */
export const allRoles: readonly RoleName[] = Object.values(Role);

/** Tells whether a role acts for one unit. */
export function needsUnit(role: RoleName): boolean {
  return unitRoles.includes(role);
}

/** Tells whether the person holds one of these roles for any unit. */
export function holds(person: KnownPerson | null, ...roles: RoleName[]): boolean {
  return person?.memberships.some((m) => roles.includes(m.role)) ?? false;
}

/** Lists the units for which the person holds these roles, in the order in which they joined. */
export function listUnitsAs(
  person: KnownPerson | null,
  ...roles: RoleName[]
): { id: number; name: string }[] {
  const units = new Map<number, string>();
  for (const m of person?.memberships ?? []) {
    if (roles.includes(m.role) && m.unitId !== null) units.set(m.unitId, m.unitName ?? '');
  }
  return [...units].map(([id, name]) => ({ id, name }));
}
