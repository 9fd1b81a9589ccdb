import type { Role } from '../store/generated/enums.ts';

/** A person as the bot needs them on every update: who, which language, which roles where. */
export interface KnownPerson {
  id: number;
  name: string | null;
  phone: string | null;
  locale: string;
  memberships: { role: RoleName; unitId: number | null; unitName: string | null; unitCode: string | null }[];
}

/** What a person may be (domain, "Who may do what"). */
export type RoleName = Role;
