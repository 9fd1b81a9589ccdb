import type { DomainError } from '../../errors.ts';
import type { Args } from '../../i18n.ts';
import { formatInstant } from '../../plan/calendar.ts';
import type { House } from './house.ts';

/**
 * Writes the sentence of a refusal (HTML). Instants among its arguments are shown as people write
 * them, in the plan's zone.
 */
export function sayRefusal(
  by: { house: Pick<House, 'plan' | 'plans'>; html(key: string, args?: Args): string },
  error: DomainError,
): string {
  if (error.code === 'plan-closed') {
    const next = by.house.plans.open().at(-1)?.code ?? 'none';
    return by.html('error-plan-closed', { ...error.args, next });
  }
  const { when } = error.args;
  const shown =
    typeof when === 'string' && when !== '' ? formatInstant(new Date(when), by.house.plan.zone) : '–';
  return by.html(`error-${error.code}`, when === undefined ? error.args : { ...error.args, when: shown });
}
