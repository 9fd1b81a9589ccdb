import type { Prisma } from '../store/generated/client.ts';
import type { KnownPerson } from './known-person.ts';

/**
 * The keys `officeId` and `officeUnits` of a role in JSON, as SQL over its membership `m` and unit
 * `u`. Both are null while one office has the database: nothing is compared then.
 */
export const officeScopeSql = `
  'officeId', case when (select count(*) from office) > 1 then coalesce(m.office_id, u.office_id) end,
  'officeUnits', case when m.office_id is not null and (select count(*) from office) > 1 then coalesce((
    select json_agg(o.id order by o.id) from unit o where o.office_id = m.office_id), '[]'::json) end`;

/** Writes the condition that a person has, or had, a role in one of these offices, or none yet. */
export function ofOffices(officeIds: number[]): Prisma.PersonWhereInput {
  const theirs = { in: officeIds };
  return {
    OR: [
      { memberships: { none: {} } },
      { memberships: { some: { OR: [{ officeId: theirs }, { unit: { officeId: theirs } }] } } },
    ],
  };
}

/**
 * Lists the offices in which a person holds roles. Undefined while one office has the database, and
 * for a person without a role.
 */
export function listOfficesOf(person: KnownPerson | null): number[] | undefined {
  const offices = (person?.memberships ?? []).flatMap(({ officeId }) => officeId ?? []);
  return offices.length > 0 ? [...new Set(offices)] : undefined;
}
