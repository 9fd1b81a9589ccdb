import type { DutyStanding } from '../duties/standing.ts';
import type { UnitRole } from '../people/roles.ts';

/** One duty that one of the person's units has not done. */
export interface NudgeItem {
  unit: { id: number; name: string; position: number };
  /** Why the person is told: they register for the unit, or they head it. */
  as: UnitRole;
  /** Names of the unit's liaisons, for a head to ask. */
  liaisons: string[];
  standing: DutyStanding;
}
