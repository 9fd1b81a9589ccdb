import type { Role } from '../store/generated/enums.ts';

/** The data of a person that every update needs: name, language, roles and their units. */
export interface KnownPerson {
  id: number;
  name: string | null;
  phone: string | null;
  locale: string;
  memberships: KnownRole[];
}

/** A role that a person holds, in a unit or for an office. */
export interface KnownRole {
  role: RoleName;
  unitId: number | null;
  unitName: string | null;
  unitCode: string | null;
  /** The office of the role or of its unit. Left out where one office has the database. */
  officeId?: number | null;
  /**
   * The units of the office that the role is for. Null, or left out: every unit, since one office
   * has the database.
   */
  officeUnits?: number[] | null;
}

/** A role of a person (domain, "Who may do what"). */
export type RoleName = Role;
