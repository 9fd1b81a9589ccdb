import type { Role } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';
import { unitForms } from './left-drafts.ts';

/** A role of a person, as it is offered and confirmed. */
export interface RoleView {
  id: number;
  role: Role;
  unitId: number | null;
  unit: string | null;
  /** Other liaisons of the unit; null for a role of the office or of a head. */
  liaisonsLeft: number | null;
}

/**
 * Lists the living roles of a person, oldest first; with `endedBy`, also those that this draft has
 * ended.
 */
export async function listRoles(reader: Reader, personId: number, endedBy = 0): Promise<RoleView[]> {
  const draft = endedBy === 0 ? null : await reader.draft.findUnique({ where: { id: endedBy } });
  const ended = endedIds(draft?.result);
  const roles = await reader.membership.findMany({
    where: { personId, OR: [{ until: null }, { id: { in: ended } }] },
    orderBy: { id: 'asc' },
    select: { id: true, role: true, unitId: true, unit: { select: { name: true } } },
  });
  return Promise.all(
    roles.map(async ({ id, role, unitId, unit }) => ({
      id,
      role,
      unitId,
      unit: unit?.name ?? null,
      liaisonsLeft:
        role !== 'liaison' || unitId === null
          ? null
          : await reader.membership.count({
              where: { role, unitId, until: null, personId: { not: personId } },
            }),
    })),
  );
}

function endedIds(result: unknown): number[] {
  if (typeof result !== 'object' || result === null) return [];
  const many = 'membershipIds' in result && Array.isArray(result.membershipIds) ? result.membershipIds : [];
  const one = 'membershipId' in result ? [result.membershipId] : [];
  return [...many, ...one].filter((id): id is number => typeof id === 'number');
}

/** An account of a person, as it is offered. */
export interface AccountView {
  id: number;
  channel: string;
  reachable: boolean;
  lastUsedAt: Date | null;
}

/** Lists the accounts of a person, oldest first. */
export async function listAccounts(reader: Reader, personId: number): Promise<AccountView[]> {
  return reader.account.findMany({
    where: { personId },
    orderBy: { id: 'asc' },
    select: { id: true, channel: true, reachable: true, lastUsedAt: true },
  });
}

/** Counts a person's open drafts that are the work of this unit. */
export async function countUnitDrafts(reader: Reader, personId: number, unitId: number): Promise<number> {
  return reader.draft.count({
    where: {
      personId,
      state: 'open',
      form: { in: unitForms },
      OR: [
        { answers: { path: ['unit'], equals: String(unitId) } },
        { subject: { path: ['unitId'], equals: unitId } },
      ],
    },
  });
}
