import { listUnits } from '../../units/units.ts';
import type { House } from './house.ts';

/** Names two units of the office as examples of what to type; the same one where it is alone. */
export async function nameExamples({
  house,
}: {
  house: Pick<House, 'db' | 'officeIds'>;
}): Promise<[string, string]> {
  const [first, second] = await listUnits(house.db.prisma, house.officeIds);
  const name = first?.name ?? '';
  return [name, second?.name ?? name];
}
