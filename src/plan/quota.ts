import type { Plan, Quota } from './plan.ts';

/** The quota of a kind of unit (Plan 101, IV.1). Throws for a kind that the plan does not have. */
export function quotaOf(plan: Plan, kind: string): Quota {
  const found = plan.unitKinds.find(({ code }) => code === kind);
  if (!found) throw new Error(`the plan has no kind of unit "${kind}"`);
  return found.quota;
}

/** Where a unit stands against its quota. */
export interface Standing {
  /** Exemplars that count: submitted or approved. */
  counted: number;
  /** How many are missing to the minimum. */
  missing: number;
  /** How many are above the maximum; 0 without one. */
  over: number;
  /** The minimum is reached: the duty to register is done. */
  met: boolean;
  /** The maximum is reached: one more needs a reason and an officer's exception. */
  full: boolean;
}

/** Compares the number of exemplars that count with the quota. */
export function standing(quota: Quota, counted: number): Standing {
  const { min, max } = quota;
  return {
    counted,
    missing: Math.max(0, min - counted),
    over: max === null ? 0 : Math.max(0, counted - max),
    met: counted >= min,
    full: max !== null && counted >= max,
  };
}

/**
 * The quota as a figure to stand beside a count, in any language: `10–15`, `5`, or `≥ 1` without a
 * maximum.
 */
export function quotaWords({ min, max }: Quota): string {
  if (max === null) return `≥ ${min}`;
  return min === max ? String(min) : `${min}–${max}`;
}
