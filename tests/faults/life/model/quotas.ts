import type { LifeUnit } from './life.ts';

/** The least and the most exemplars of each kind (IV.1). */
const quotas: Record<string, { min: number; max: number | null }> = {
  ...{ agency: { min: 1, max: null }, association: { min: 1, max: null } },
  ...{ police: { min: 5, max: 7 }, military: { min: 5, max: 7 } },
  ...{ education: { min: 5, max: 7 }, health: { min: 5, max: 7 } },
  ...{ commune: { min: 10, max: 15 }, township: { min: 10, max: 15 } },
};

/** Finds the quota of a unit; `max` null: there is no most. */
export function quotaOf({ kind }: LifeUnit): { min: number; max: number | null } {
  return quotas[kind] ?? { min: 0, max: null };
}
