import type { SearchScope } from '../../../exemplars/search/find-exemplars.ts';
import type { SearchDeps } from '../../../exemplars/search/search.ts';
import { locales, t } from '../../../i18n.ts';
import type { KnownPerson } from '../../../people/known-person.ts';
import { actsForOffice, listOfficeUnits, listUnitsWithin } from '../../../people/rights.ts';
import { holds } from '../../../people/roles.ts';
import { localDate, yearOf } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { stateWords } from '../../../reports/filter/state-words.ts';
import { ExemplarStatus, Subject } from '../../../store/generated/enums.ts';
import type { BotContext } from '../../core/context.ts';

const allStatuses = Object.values(ExemplarStatus);

/** Names of the states, and how people say them: "được duyệt", "chưa duyệt". */
const statuses = allStatuses.flatMap((status) => [
  ...locales.map((locale): [ExemplarStatus, string] => [status, t(locale, `status-${status}`)]),
  ...stateWords
    // "Trả lại của rơi" is a good deed.
    .filter(([said, [first]]) => first === status && /duyet|^(?:da )?bi /.test(said))
    .map(([said]): [ExemplarStatus, string] => [status, said]),
]);

/** The names of subjects in these plans. */
function nameSubjects(plans: LoadedPlan[]): [string, string][] {
  return plans.flatMap(({ subjects }) =>
    Object.values(Subject).flatMap((subject) =>
      locales.map((locale): [string, string] => [subject, subjects[subject].name[locale]]),
    ),
  );
}

/** Returns the exemplars that a person may find: publicists the approved ones of their office. */
function findScope(person: KnownPerson | null): SearchScope {
  const all = actsForOffice(person, 'search');
  const units = all ? listUnitsWithin(person, 'search') : listOfficeUnits(person, 'publicist');
  return {
    ...(units !== 'all' && { unitIds: units }),
    ...(!all && { statuses: [ExemplarStatus.approved] }),
  };
}

/** Describes a search of this person, but for its words. */
export function describeSearch({ house, person }: Pick<BotContext, 'house' | 'person'>): SearchDeps {
  const plans = house.plans.all();
  return {
    plans,
    labels: { statuses, subjects: nameSubjects(plans) },
    thisYear: yearOf(localDate(house.clock.now(), house.plan.zone)),
    scope: findScope(person),
    seesLiaisons: holds(person, 'officer'),
  };
}
