import { z } from 'zod';
import { duesOf } from '../plan/due.ts';
import type { Plan, Text } from '../plan/plan.ts';
import { formatQuota } from '../plan/quota.ts';

/** How an entry or a text may differ. */
export const differenceKinds = ['added', 'removed', 'changed', 'due', 'quota', 'text'] as const;

/** The parts of a plan that are compared. */
export const differenceParts = [
  ...(['title', 'period', 'bodies', 'ladder'] as const),
  ...(['unitKind', 'category', 'criterion', 'movement', 'award', 'conference', 'duty', 'other'] as const),
] as const;

const text = z.object({ vi: z.string(), en: z.string() });

/**
 * The schema of one difference between two versions of a plan. It is data, which both locales say
 * (`plan-difference-<what>`). `part` names a list, `name` its entry.
 */
export const differenceSchema = z.object({
  what: z.enum(differenceKinds),
  part: z.enum(differenceParts),
  name: text,
  before: z.string(),
  after: z.string(),
});

/** One difference between two versions of a plan. */
export type Difference = z.infer<typeof differenceSchema>;

const none: Text = { vi: '', en: '' };

/**
 * Compares two versions of a plan. Codes identify entries, so a renamed category is one changed
 * entry. Nothing differs: an empty list.
 */
export function comparePlans(before: Plan, after: Plan): Difference[] {
  const found: Difference[] = [
    ...compareValue('title', before.title.vi, after.title.vi),
    ...compareValue('period', sayPeriod(before), sayPeriod(after)),
    ...compareValue('bodies', [before.bodies, before.passesTo], [after.bodies, after.passesTo]),
    ...compareValue('ladder', before.ladder, after.ladder),
    ...compareLists('unitKind', before.unitKinds, after.unitKinds, (one, other) =>
      JSON.stringify(one.quota) === JSON.stringify(other.quota)
        ? []
        : [['quota', formatQuota(one.quota), formatQuota(other.quota)]],
    ),
    ...compareLists(
      'category',
      before.categories.map(withoutCriteria),
      after.categories.map(withoutCriteria),
    ),
    ...compareLists('criterion', criteriaOf(before), criteriaOf(after)),
    ...compareLists('movement', before.movements, after.movements),
    ...compareLists('award', listAwardEntries(before), listAwardEntries(after)),
    ...compareValue('conference', before.conference, after.conference),
    ...compareLists('duty', before.duties, after.duties, (one, other) => {
      const [was, is] = [before, after].map((plan) => sayDues(plan, one.code));
      return was === is && JSON.stringify(one.due) === JSON.stringify(other.due)
        ? []
        : [['due', was ?? '', is ?? '']];
    }),
  ];
  const other = (plan: Plan) => {
    const {
      title,
      period,
      bodies,
      passesTo,
      ladder,
      unitKinds,
      categories,
      generalCriteria,
      movements,
      awards,
      conference,
      duties,
      ...rest
    } = plan;
    return rest;
  };
  return [...found, ...compareValue('other', other(before), other(after))];
}

interface Entry {
  code: string;
  name: Text;
}

function compareLists<T extends Entry>(
  part: Difference['part'],
  before: T[],
  after: T[],
  more: (one: T, other: T) => [what: Difference['what'], before: string, after: string][] = () => [],
): Difference[] {
  const was = new Map(before.map((one) => [one.code, one]));
  const is = new Set(after.map(({ code }) => code));
  const removed = before
    .filter(({ code }) => !is.has(code))
    .map(({ name }) => ({ what: 'removed' as const, part, name, before: '', after: '' }));
  const rest = after.flatMap((one): Difference[] => {
    const old = was.get(one.code);
    if (!old) return [{ what: 'added', part, name: one.name, before: '', after: '' }];
    const special = more(old, one).map(([what, from, to]) => ({
      what,
      part,
      name: one.name,
      before: from,
      after: to,
    }));
    if (old.name.vi !== one.name.vi)
      return [{ what: 'text', part, name: one.name, before: old.name.vi, after: one.name.vi }, ...special];
    if (special.length > 0 || JSON.stringify(old) === JSON.stringify(one)) return special;
    return [{ what: 'changed', part, name: one.name, before: '', after: '' }];
  });
  return [...removed, ...rest];
}

function compareValue(part: Difference['part'], before: unknown, after: unknown): Difference[] {
  if (writeSorted(before) === writeSorted(after)) return [];
  const words = typeof before === 'string' && typeof after === 'string';
  return [
    words
      ? { what: 'text', part, name: none, before, after }
      : { what: 'changed', part, name: none, before: '', after: '' },
  ];
}

/** Writes a value as JSON with sorted keys: the database does not keep their order. */
function writeSorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Object && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function withoutCriteria({ criteria, ...category }: Plan['categories'][number]) {
  return category;
}

function listAwardEntries({ awards }: Plan): Entry[] {
  return [...awards.levels, ...awards.forms, ...awards.titles];
}

/** A criterion is named by its own words, in both languages the plan's. */
function criteriaOf(plan: Plan): (Entry & { leaders?: boolean | undefined })[] {
  return [...plan.generalCriteria, ...plan.categories.flatMap(({ criteria }) => criteria)].map(
    ({ code, text, leaders }) => ({ code, name: { vi: text, en: text }, leaders }),
  );
}

function sayPeriod({ period }: Plan): string {
  return `${period.from}–${period.to}`;
}

/** The first last day of a duty, `YYYY-MM-DD`; empty while it has none. */
function sayDues(plan: Plan, duty: string): string {
  return duesOf({ ...plan, moved: [] }).find((due) => due.duty === duty)?.lastDay ?? '';
}
