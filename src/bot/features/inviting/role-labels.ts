import type { Args } from '../../../i18n.ts';
import type { RoleName } from '../../../people/known-person.ts';
import { allRoles } from '../../../people/roles.ts';

/** Returns this plan's role names in the person's language, for reading them among words. */
export function roleLabels(by: { t(key: string, args?: Args): string }): Partial<Record<RoleName, string>> {
  return Object.fromEntries(allRoles.map((role) => [role, by.t(`role-${role}`)]));
}

/** Tells whether a stored answer is a role. */
export function isRole(value: unknown): value is RoleName {
  return allRoles.some((role) => role === value);
}
