import { loadPerson } from '../../people/accounts.ts';
import { listVisibleUnits } from '../../people/rights.ts';
import type { House } from './house.ts';

/**
 * Whether a person may still know of a unit: a notice that waited is dropped when their role has
 * ended since.
 */
export async function stillSees(house: House, personId: number, unitId: number): Promise<boolean> {
  const units = listVisibleUnits(await loadPerson(house.db.prisma, personId));
  return units === 'all' || units.includes(unitId);
}
