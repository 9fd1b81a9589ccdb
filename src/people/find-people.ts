import type { Prisma, PrismaClient } from '../store/generated/client.ts';
import { apostrophes } from '../text/signs.ts';
import type { RoleName } from './known-person.ts';

/** A person in a list, with their current roles. */
export interface PersonLine {
  id: number;
  name: string | null;
  roles: { role: RoleName; unit: string | null }[];
}

/**
 * Letters for `translate`: those that look like Đ count as Đ, apostrophes are removed; see `fold`.
 */
const alike = { from: `ÐðƉɖ${apostrophes}`, to: 'DdDd' };

/** A forged button may ask for a page beyond what a query can skip. */
const furthest = 2_000_000_000;

/**
 * Finds people whose name, units or phone digits contain all of `words`. Accents and case do not
 * matter; no words mean all. They are in the order of their names, `limit` of them from `offset`,
 * with the total. `officeIds`: people of these offices, and those without a role.
 */
export async function findPeople(
  prisma: PrismaClient,
  words: string[],
  page: { limit: number; offset: number },
  officeIds?: number[] | undefined,
): Promise<{ items: PersonLine[]; total: number }> {
  const rows = await prisma.$queryRaw<{ id: number; total: bigint }[]>`
    with wanted as (
      select lower(unaccent(word)) as word, regexp_replace(word, '\\D', '', 'g') as digits
      from unnest(${words}::text[]) as word),
    known as (
      select p.id, p.name, coalesce(p.phone, '') as phone,
        lower(unaccent(translate(coalesce(p.name, ''), ${alike.from}, ${alike.to}))) as folded,
        coalesce((
          select string_agg(
            lower(unaccent(translate(u.name || ' ' || u.short || ' ' || u.code, ${alike.from}, ${alike.to}))), ' ')
          from membership m join unit u on u.id = m.unit_id where m.person_id = p.id and m.until is null), '') as units
      from person p
      where ${officeIds ?? null}::int[] is null
        or not exists (select 1 from membership m where m.person_id = p.id)
        or exists (
          select 1 from membership m left join unit u on u.id = m.unit_id
          where m.person_id = p.id and coalesce(m.office_id, u.office_id) = any (${officeIds ?? null}::int[])))
    select id, count(*) over () as total from known k
    where not exists (
      select 1 from wanted w
      where strpos(k.folded, w.word) = 0 and strpos(k.units, w.word) = 0
        and (length(w.digits) < 3 or length(w.digits) <> length(w.word) or strpos(k.phone, w.digits) = 0))
    order by folded, id limit ${page.limit} offset ${Math.min(page.offset, furthest)}`;
  const ids = rows.map(({ id }) => id);
  const people = await prisma.person.findMany({ where: { id: { in: ids } }, select: line });
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    total: Number(rows[0]?.total ?? 0),
    items: ids.flatMap((id) => {
      const person = byId.get(id);
      if (!person) return [];
      const roles = person.memberships.map(({ role, unit }) => ({ role, unit: unit?.name ?? null }));
      return [{ id, name: person.name, roles }];
    }),
  };
}

const line = {
  id: true,
  name: true,
  memberships: {
    where: { until: null },
    orderBy: { id: 'asc' },
    select: { role: true, unit: { select: { name: true } } },
  },
} satisfies Prisma.PersonSelect;
