import type { Role } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';

/** A person of a unit that is divided. */
export interface DividedPerson {
  id: number;
  name: string | null;
  roles: Role[];
}

/** Lists the people who serve a unit now, in the order in which they joined. */
export async function listPeopleToDivide(reader: Reader, unitId: number): Promise<DividedPerson[]> {
  const held = await reader.membership.findMany({
    where: { unitId, until: null },
    orderBy: { id: 'asc' },
    select: { role: true, person: { select: { id: true, name: true } } },
  });
  const people = new Map<number, DividedPerson>();
  for (const { role, person } of held) {
    const roles = people.get(person.id)?.roles ?? [];
    people.set(person.id, { ...person, roles: [...roles, role] });
  }
  return [...people.values()];
}

/** Lists the exemplars of a unit that were not withdrawn, by code. */
export function listExemplarsToDivide(
  reader: Reader,
  unitId: number,
): Promise<{ id: number; code: string; name: string }[]> {
  return reader.exemplar.findMany({
    where: { unitId, status: { not: 'withdrawn' } },
    orderBy: [{ code: 'asc' }],
    select: { id: true, code: true, name: true },
  });
}
