import type { Args } from '../../i18n.ts';
import type { House } from '../core/house.ts';

/** What a role is for, said to the person who is invited (HTML). */
export function invitedAs(
  by: { house: Pick<House, 'plan'>; html(key: string, args?: Args): string },
  role: string,
  unit: string | null,
): string {
  const { code, period } = by.house.plan;
  const args = { unit: unit ?? '', plan: code, from: period.from, to: period.to };
  return by.html(`join-invited-${role}`, args);
}
