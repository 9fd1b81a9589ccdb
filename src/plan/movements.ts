import type { Plan, Text } from './plan.ts';

/** Names movements by their codes, in the plan's order; a code that the plan has no more stays. */
export function nameMovements(plan: Plan, locale: keyof Text, codes: string[]): string {
  const known = plan.movements.filter(({ code }) => codes.includes(code));
  const unknown = codes.filter((code) => !known.some((one) => one.code === code));
  return [...known.map(({ name }) => name[locale]), ...unknown].join('; ');
}
