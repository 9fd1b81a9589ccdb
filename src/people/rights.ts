import type { KnownPerson, RoleName } from './known-person.ts';
import { allRoles, holds } from './roles.ts';

/**
 * How far a right reaches: the role's own units, or every unit of its office, or there the approved
 * exemplars.
 */
export type Reach = 'own' | 'all' | 'approved';

/** The rights of each role, as in the domain's table. A role that is left out has no right. */
export const rights = {
  /**
   * Register, change and send exemplars, hand in documents, continue drafts left by a unit's
   * liaison.
   */
  handIn: { liaison: 'own', officer: 'all' },
  withdraw: { liaison: 'own' },
  /** Search the exemplars of all units. */
  search: { officer: 'all', manager: 'all', publicist: 'approved' },
  seeExemplars: { liaison: 'own', head: 'own', officer: 'all', manager: 'all', publicist: 'approved' },
  /** Duties and documents of a unit. */
  seeUnit: { liaison: 'own', head: 'own', officer: 'all', manager: 'all' },
  /** Make a unit's fostering plan, tick its steps off, move and drop them. */
  foster: { liaison: 'own', officer: 'all' },
  /** Add, change and retire a unit's own criteria. */
  changeCriteria: { liaison: 'own', officer: 'all' },
  /** Log any kind of activity. */
  logActivities: { liaison: 'own', officer: 'all' },
  /** Log publicity of approved exemplars. */
  publicise: { publicist: 'approved' },
  /** Log, mend and withdraw: activities of the own unit, and publicity of approved exemplars. */
  recordActivities: { liaison: 'own', officer: 'all', publicist: 'approved' },
  seeActivities: { liaison: 'own', head: 'own', officer: 'all', manager: 'all', publicist: 'approved' },
  /** Say what a unit needs. */
  askHelp: { liaison: 'own' },
  seeHelp: { liaison: 'own', head: 'own', officer: 'all', manager: 'all' },
  answerHelp: { officer: 'all' },
  /** Write and send a unit's annual report, or that it has none. */
  writeReport: { liaison: 'own', officer: 'all' },
  /** The annual report of a unit, and where it stands. */
  seeAnnualReport: { liaison: 'own', head: 'own', officer: 'all' },
  /** Write and send a unit's summary of a stage or the period, and its nominations. */
  writeSummary: { liaison: 'own', officer: 'all' },
  /** The summary and the nominations of a unit, and where they stand. */
  seeSummary: { liaison: 'own', head: 'own', officer: 'all', manager: 'all' },
  /** The ranking of nominations to the conference. */
  seeConference: { officer: 'all', manager: 'all' },
  /** Choose delegates, nominate for a unit, say how many delegates go. */
  decideConference: { officer: 'all' },
  /** Award proposals of every unit, and decisions on them. */
  seeAwards: { officer: 'all', manager: 'all' },
  /** Forward and decline award proposals, record decisions, propose on behalf of a unit. */
  manageAwards: { officer: 'all' },
  /** The list of duties that the person's own units owe. */
  seeOwnDuties: { liaison: 'own', head: 'own' },
  report: { liaison: 'own', head: 'own', officer: 'all', manager: 'all' },
  /** Ask for any report: publicists for that of publicity, which shows approved exemplars alone. */
  askReports: { liaison: 'own', head: 'own', officer: 'all', manager: 'all', publicist: 'all' },
  reportPublicity: { liaison: 'own', head: 'own', officer: 'all', manager: 'all', publicist: 'all' },
  /** Who is late, compared between units: pictures, the letter that urges them. */
  seeProgress: { officer: 'all', manager: 'all' },
  /** The list of units, and the page of each. */
  seeUnits: { officer: 'all', manager: 'all' },
  /** The report that shows phone numbers. */
  reportPhones: { officer: 'all' },
  review: { officer: 'all' },
  nudge: { officer: 'all' },
  moveDues: { officer: 'all' },
  /** Plans: versions, loading a file, closing one, carrying exemplars over. */
  managePlans: { officer: 'all' },
  invite: { officer: 'all' },
  managePeople: { officer: 'all' },
  manageUnits: { officer: 'all' },
  seeHealth: { officer: 'all' },
} as const satisfies Record<string, Partial<Record<RoleName, Reach>>>;

/** A line of the table of rights. */
export type Right = keyof typeof rights;

/**
 * The condition to use a command or press a button; `joined`: every person, `all`: also those not
 * joined.
 */
export type Access = Right | 'joined' | 'all';

const table: Record<Right, Partial<Record<RoleName, Reach>>> = rights;

/** Lists the roles with this right, in the order of the domain's table. */
export function listRolesWith(access: Access): RoleName[] {
  if (access === 'all' || access === 'joined') return [...allRoles];
  return allRoles.filter((role) => table[access][role] !== undefined);
}

/** Tells whether a person has this right for any unit. */
export function hasAccess(person: KnownPerson | null, access: Access): boolean {
  if (access === 'all') return true;
  return access === 'joined' ? person !== null : holds(person, ...listRolesWith(access));
}

/** The object of a right: a unit, or an exemplar of it. `null`: no unit is named. */
export interface OfUnit {
  unitId: number | null;
  /** Whether the exemplar was approved. */
  approved?: boolean;
  /** Whether it is the office's and no unit's. */
  ofOffice?: boolean;
}

/**
 * Tells whether a right of the person reaches this object. Without a named unit it is enough to
 * hold the right.
 */
export function reaches(
  person: KnownPerson | null,
  right: Right,
  { unitId, approved, ofOffice = false }: OfUnit,
): boolean {
  return (person?.memberships ?? []).some((held) => {
    const reach = table[right][held.role];
    if (reach === undefined) return false;
    const namesNone = unitId === null && !ofOffice && approved === undefined;
    const inOffice = unitId === null || !held.officeUnits || held.officeUnits.includes(unitId);
    if (reach === 'approved') return (approved === true && inOffice) || namesNone;
    return (reach === 'all' && inOffice) || (!ofOffice && (unitId === null || held.unitId === unitId));
  });
}

/** Lists the units that a right of the person reaches, in the order in which they joined. */
export function listUnitsWithin(person: KnownPerson | null, right: Right): 'all' | number[] {
  const held = (person?.memberships ?? []).filter(({ role }) => table[right][role] !== undefined);
  const all = held.filter(({ role }) => table[right][role] === 'all');
  if (all.some(({ officeUnits }) => !officeUnits)) return 'all';
  const own = held.flatMap(({ role, unitId }) =>
    table[right][role] === 'own' && unitId !== null ? [unitId] : [],
  );
  return [...new Set([...own, ...all.flatMap(({ officeUnits }) => officeUnits ?? [])])];
}

/** Tells whether a person has this right through a role for an office, and not for units alone. */
export function actsForOffice(person: KnownPerson | null, right: Right): boolean {
  return (person?.memberships ?? []).some(({ role }) => table[right][role] === 'all');
}

/** Lists the units of the offices for which a person holds a role. */
export function listOfficeUnits(person: KnownPerson | null, role: RoleName): 'all' | number[] {
  const held = (person?.memberships ?? []).filter((one) => one.role === role);
  if (held.some(({ officeUnits }) => !officeUnits)) return 'all';
  return held.flatMap(({ officeUnits }) => officeUnits ?? []);
}

/** Lists the units whose exemplars and duties a person may see. */
export function listVisibleUnits(person: KnownPerson | null): 'all' | number[] {
  return listUnitsWithin(person, 'seeUnit');
}
