import type { Plan, Quota } from './plan.ts';

/**
 * Returns the quota of a kind of unit (Plan 101, IV.1). Throws for a kind that the plan does not
 * have.
 */
export function quotaOf(plan: Plan, kind: string): Quota {
  const found = plan.unitKinds.find(({ code }) => code === kind);
  if (!found) throw new Error(`the plan has no kind of unit "${kind}"`);
  return found.quota;
}

/** A unit's kind in a plan, and a quota of its own: `min` null is its kind's. */
export interface UnitInPlan {
  kind: string;
  min: number | null;
  max: number | null;
}

/** Returns the quota of a unit: its own, or its kind's. Throws for a kind that the plan lacks. */
export function quotaOfUnit(plan: Plan, { kind, min, max }: UnitInPlan): Quota {
  return min === null ? quotaOf(plan, kind) : { min, max, expected: null };
}

/** A unit's count compared with its quota. */
export interface QuotaStanding {
  /** Exemplars that count: submitted or approved. */
  counted: number;
  /** How many are missing to reach the minimum. */
  missing: number;
  /** How many are above the maximum; 0 without a maximum. */
  over: number;
  /** Whether the minimum is reached, which fulfils the duty to register. */
  met: boolean;
  /** Whether the maximum is reached: one more needs a reason and an officer's exception. */
  full: boolean;
}

/** Compares the number of exemplars that count with the quota. */
export function compareWithQuota(quota: Quota, counted: number): QuotaStanding {
  const { min, max } = quota;
  return {
    counted,
    missing: Math.max(0, min - counted),
    over: max === null ? 0 : Math.max(0, counted - max),
    met: counted >= min,
    full: max !== null && counted >= max,
  };
}

/** Formats a quota as a figure for any language: `10–15`, `5`, or `≥ 1` without a maximum. */
export function formatQuota({ min, max }: Quota): string {
  if (max === null) return `≥ ${min}`;
  return min === max ? String(min) : `${min}–${max}`;
}
