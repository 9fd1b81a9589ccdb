import { text } from './texts.ts';

const names: Record<string, () => string> = {
  liaison: () => text('page-role-liaison'),
  head: () => text('page-role-head'),
  officer: () => text('page-role-officer'),
  manager: () => text('page-role-manager'),
  publicist: () => text('page-role-publicist'),
  newcomer: () => text('page-role-newcomer'),
};

/** Describes a role in words; an unknown code is shown as it is. */
function describeRole(role: string): string {
  return names[role]?.() ?? role;
}

/** Names a person; one who has not joined yet in the language of the page. */
export function namePerson({ name, unnamed }: { name: string; unnamed?: true }): string {
  return unnamed ? text('page-newcomer') : name;
}

/** Describes a person in one line: role and unit, each once. */
export function describePerson({ role, unit }: { role: string; unit?: string }): string {
  return [...new Set([describeRole(role), unit])].filter(Boolean).join(' · ');
}
