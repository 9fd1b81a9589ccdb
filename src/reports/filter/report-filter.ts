import type { DutyStatus } from '../../duties/standing.ts';
import type { Category, Plan } from '../../plan/plan.ts';
import type { DeliveryStatus, ExemplarStatus } from '../../store/generated/enums.ts';

/** A state by which a report can be filtered: of an exemplar, a duty or a message. */
export type ReportState = ExemplarStatus | DutyStatus | DeliveryStatus;

/**
 * A *filter* limits the lines of a report. An empty list does not limit; several values of one list
 * mean any of them.
 */
export interface ReportFilter {
  /** Codes of kinds of units. */
  kinds: string[];
  /** `subject.code` of categories: codes are unique within a subject. */
  categories: string[];
  states: ReportState[];
  /** Codes of duties. */
  duties: string[];
}

/** The lists by which a report can be filtered, in the order in which they are said. */
export const filterParts = [
  'kinds',
  'categories',
  'states',
  'duties',
] as const satisfies (keyof ReportFilter)[];
/** One of the lists. */
export type FilterPart = (typeof filterParts)[number];

/** The filters that a report understands; `states` lists the ones that its lines can have. */
export interface FiltersOfReport {
  kinds?: true;
  categories?: true;
  states?: readonly ReportState[];
  duties?: true;
}

/** The filter that limits nothing. */
export const noFilter: ReportFilter = { kinds: [], categories: [], states: [], duties: [] };

/** States of exemplars, in the order of their life. */
export const exemplarStates = ['submitted', 'approved', 'returned', 'rejected', 'withdrawn'] as const;
/** States of duties, from done to open. */
export const dutyStates = ['done', 'doneLate', 'overdue', 'missing', 'unset', 'optional'] as const;
/** States of messages. */
export const deliveryStates = ['sent', 'blocked', 'unconnected', 'failed', 'dropped', 'pending'] as const;
/** Every state; its place is part of buttons, so that new ones go to the end. */
export const reportStates: readonly ReportState[] = [...exemplarStates, ...dutyStates, ...deliveryStates];

/** Names a category in a filter. */
export function keyOfCategory({ subject, code }: Pick<Category, 'subject' | 'code'>): string {
  return `${subject}.${code}`;
}

/** Tells whether a filter limits anything. */
export function isFiltering(filter: ReportFilter): boolean {
  return filterParts.some((part) => filter[part].length > 0);
}

/** Lists the values that a part of a filter can have, in the order of the plan. */
export function listFilterValues(plan: Plan, part: FilterPart, of: FiltersOfReport): string[] {
  if (!of[part]) return [];
  if (part === 'kinds') return plan.unitKinds.map(({ code }) => code);
  if (part === 'categories') return plan.categories.map(keyOfCategory);
  if (part === 'duties') return plan.duties.map(({ code }) => code);
  return [...(of.states ?? [])];
}

/** Lists the parts of a filter that a report does not understand, or not with these values. */
export function findUnfit(filter: ReportFilter, of: FiltersOfReport | undefined): FilterPart[] {
  return filterParts.filter((part) =>
    part === 'states'
      ? filter.states.some((state) => !of?.states?.includes(state))
      : filter[part].length > 0 && !of?.[part],
  );
}

/** Tells whether the plan has every kind, category and duty of a filter. */
export function hasEveryValue(plan: Plan, filter: ReportFilter): boolean {
  const own: Record<Exclude<FilterPart, 'states'>, string[]> = {
    kinds: plan.unitKinds.map(({ code }) => code),
    categories: plan.categories.map(keyOfCategory),
    duties: plan.duties.map(({ code }) => code),
  };
  return (['kinds', 'categories', 'duties'] as const).every((part) =>
    filter[part].every((value) => own[part].includes(value)),
  );
}

/** Adds a value to a part of a filter, or takes it out. */
export function toggleFilter(filter: ReportFilter, part: FilterPart, value: string): ReportFilter {
  const now: string[] = filter[part];
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  return part === 'states'
    ? { ...filter, states: reportStates.filter((state) => next.includes(state)) }
    : { ...filter, [part]: next };
}

/** Lists a filter as it is stored: `kind.commune`, `category.collective.health`, `state.done`. */
export function listFilterItems({ kinds, categories, states, duties }: ReportFilter): string[] {
  return [
    ...kinds.map((code) => `kind.${code}`),
    ...categories.map((key) => `category.${key}`),
    ...states.map((state) => `state.${state}`),
    ...duties.map((code) => `duty.${code}`),
  ].sort();
}

/** Reads a stored filter; what the program does not know is left out. */
export function readFilterItems(items: string[]): ReportFilter {
  const of = (prefix: string) =>
    items.filter((item) => item.startsWith(prefix)).map((item) => item.slice(prefix.length));
  const states = of('state.');
  return {
    kinds: of('kind.'),
    categories: of('category.'),
    states: reportStates.filter((state) => states.includes(state)),
    duties: of('duty.'),
  };
}
