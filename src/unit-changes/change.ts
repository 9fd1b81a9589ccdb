import { z } from 'zod';
import type { LocalDate } from '../plan/plan.ts';

/**
 * A unit as it is after a change: made new, or under a new name. A *unit change* says what happens
 * to units on a day: created, renamed, merged, split or closed. The first unit after it, the
 * *heir*, takes over exemplars and open work of those before it, and people where the change does
 * not divide them.
 */
const unitAfter = z.object({
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
  /**
   * People who serve this part of a divided unit. A person whom no part lists serves every part.
   * Left out in all parts: the heir takes over everyone.
   */
  people: z.array(z.int()).optional(),
  /** Exemplars that go to this part of a divided unit; the others go to the heir. */
  exemplars: z.array(z.int()).optional(),
});

/** A unit as it is after a change. */
export type UnitAfter = z.infer<typeof unitAfter>;

/** The stored form of `change_of_units.after`. */
export const unitsAfter = z.array(unitAfter);

/** A plan in which new units take part, with the codes of its kinds. */
export interface PlanKinds {
  id: number;
  kinds: string[];
  /** Finds the last day of a unit's registration; undefined: none is set. */
  findRegistrationDay(occurrence: string, unitId: number): LocalDate | undefined;
}
