import { reaches } from '../../../people/rights.ts';
import { listUnitsAs } from '../../../people/roles.ts';
import type { Scene } from '../../forms/form.ts';

/** Tells whether the person may still fill in a form for the unit that its answers name, if any. */
export function mayHandIn({ person, answers: { unit } }: Pick<Scene, 'person' | 'answers'>): boolean {
  return reaches(person, 'handIn', { unitId: unit === undefined ? null : Number(unit) });
}

/**
 * Tells whether a liaison fills in the form for their own unit; otherwise it is on a unit's behalf.
 */
export function isForOwnUnit({ person, answers: { unit } }: Pick<Scene, 'person' | 'answers'>): boolean {
  return listUnitsAs(person, 'liaison').some(({ id }) => id === Number(unit));
}
