import type { Role } from '../store/generated/enums.ts';

/** The data of a person that every update needs: name, language, roles and their units. */
export interface KnownPerson {
  id: number;
  name: string | null;
  phone: string | null;
  locale: string;
  memberships: { role: RoleName; unitId: number | null; unitName: string | null; unitCode: string | null }[];
}

/** A role of a person (domain, "Who may do what"). */
export type RoleName = Role;
