import { loadPerson } from '../../people/accounts.ts';
import { listVisibleUnits } from '../../people/rights.ts';
import type { House } from './house.ts';

/**
 * Tells whether a person may still see a unit. A notice that waited is dropped when their role has
 * ended since.
 */
export async function stillSees(house: House, personId: number, unitId: number): Promise<boolean> {
  const units = listVisibleUnits(await loadPerson(house.db.prisma, personId));
  return units === 'all' || units.includes(unitId);
}
