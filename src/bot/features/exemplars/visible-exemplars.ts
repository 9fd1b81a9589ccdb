import type { ListFilter } from '../../../exemplars/list.ts';
import type { KnownPerson } from '../../../people/known-person.ts';
import { listOfficeUnits, listVisibleUnits } from '../../../people/rights.ts';
import { holds } from '../../../people/roles.ts';

/** The exemplars that a person may see, as a filter of the list of exemplars. */
export interface VisibleExemplars extends Pick<ListFilter, 'unitIds' | 'statuses'> {
  /** Whether the person is only a publicist, who sees the approved ones of the office. */
  publicises: boolean;
}

/** Returns the filter of the exemplars that a person may see. */
export function findVisibleExemplars(person: KnownPerson | null): VisibleExemplars {
  const units = listVisibleUnits(person);
  const publicises = units !== 'all' && units.length === 0 && holds(person, 'publicist');
  const seen = publicises ? listOfficeUnits(person, 'publicist') : units;
  return {
    publicises,
    ...(publicises && { statuses: ['approved'] }),
    ...(seen !== 'all' && { unitIds: seen }),
  };
}
