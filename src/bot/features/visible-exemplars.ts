import type { ListFilter } from '../../exemplars/list.ts';
import type { KnownPerson } from '../../people/known-person.ts';
import { listVisibleUnits } from '../../people/rights.ts';
import { holds } from '../../people/roles.ts';

/** The exemplars that a person may see, as a filter of the list of exemplars. */
export interface VisibleExemplars extends Pick<ListFilter, 'unitIds' | 'statuses'> {
  /** Whether the person is only a publicist, who sees the approved ones of every unit. */
  publicises: boolean;
}

/** Returns the filter of the exemplars that a person may see. */
export function findVisibleExemplars(person: KnownPerson | null): VisibleExemplars {
  const units = listVisibleUnits(person);
  const publicises = units !== 'all' && units.length === 0 && holds(person, 'publicist');
  if (publicises) return { publicises, statuses: ['approved'] };
  return { publicises, ...(units !== 'all' && { unitIds: units }) };
}
