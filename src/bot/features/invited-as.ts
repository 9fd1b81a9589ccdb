import type { Args } from '../../i18n.ts';
import type { House } from '../core/house.ts';

/** Explains a role to the invited person (HTML). */
export function invitedAs(
  by: { house: Pick<House, 'plan'>; html(key: string, args?: Args): string },
  role: string,
  unit: string | null,
): string {
  const { code, period } = by.house.plan;
  const args = { unit: unit ?? '', plan: code, from: period.from, to: period.to };
  return by.html(`join-invited-${role}`, args);
}
