import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

const card = {
  id: true,
  name: true,
  phone: true,
  memberships: {
    where: { until: null },
    orderBy: { id: 'asc' },
    select: { id: true, role: true, since: true, unitId: true, unit: { select: { name: true } } },
  },
  accounts: {
    orderBy: { id: 'asc' },
    select: { id: true, channel: true, reachable: true, lastUsedAt: true, externalId: true },
  },
  accepted: {
    where: { createdById: { not: null }, role: { not: null } },
    orderBy: { id: 'desc' },
    take: 1,
    select: { createdBy: { select: { name: true } } },
  },
  _count: { select: { drafts: { where: { state: 'open' } }, history: true } },
} satisfies Prisma.PersonSelect;

/** All details of one person for an officer. */
export type PersonCard = Prisma.PersonGetPayload<{ select: typeof card }>;

/** Reads the card of a person; null when there is no such person. */
export async function readPersonCard(reader: Reader, id: number): Promise<PersonCard | null> {
  return reader.person.findUnique({ where: { id }, select: card });
}

/** A change of a person with the names of the people in it. */
export type HistoryLine = Prisma.PersonChangeGetPayload<{ include: { by: { select: { name: true } } } }>;

/** Lists the changes of a person, newest first, `limit` of them from `offset`. */
export async function listPersonHistory(
  reader: Reader,
  personId: number,
  page: { limit: number; offset: number },
): Promise<HistoryLine[]> {
  return reader.personChange.findMany({
    where: { personId },
    orderBy: { id: 'desc' },
    take: page.limit,
    skip: page.offset,
    include: { by: { select: { name: true } } },
  });
}
