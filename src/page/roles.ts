import { text } from './texts.ts';

const names: Record<string, () => string> = {
  liaison: () => text('page-role-liaison'),
  head: () => text('page-role-head'),
  officer: () => text('page-role-officer'),
  manager: () => text('page-role-manager'),
  publicist: () => text('page-role-publicist'),
  newcomer: () => text('page-role-newcomer'),
};

/** A role in words; what is not a code of the house is shown as it is. */
export function roleOf(role: string): string {
  return names[role]?.() ?? role;
}

/** Who somebody is, in one line: role and unit, each said once. */
export function standingOf({ role, unit }: { role: string; unit?: string }): string {
  return [...new Set([roleOf(role), unit])].filter(Boolean).join(' · ');
}
