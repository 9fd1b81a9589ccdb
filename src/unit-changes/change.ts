import { z } from 'zod';

/**
 * A unit as it is after a change: made new, or under a new name. A *unit change* says what happens
 * to units on a day: created, renamed, merged, split or closed. The first unit after it takes over
 * people, exemplars and open work of those before it.
 */
export const unitAfter = z.object({
  /** Of a new unit; codes of exemplars begin with it. Left out: the unit stays. */
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{0,11}$/)
    .optional(),
  name: z.string().min(1),
  short: z.string().min(1),
  /** Kind of a new unit, in the plans that have it. */
  kind: z.string().optional(),
  /** A quota of its own, instead of its kind's. `max` null: no limit. */
  quota: z.object({ min: z.int(), max: z.int().nullable() }).optional(),
});

/** A unit as it is after a change. */
export type UnitAfter = z.infer<typeof unitAfter>;

/** The stored form of `change_of_units.after`. */
export const unitsAfter = z.array(unitAfter);

/** A plan in which new units take part, with the codes of its kinds. */
export interface PlanKinds {
  id: number;
  kinds: string[];
}
