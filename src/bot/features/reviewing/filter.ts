import type { QueueFilter } from '../../../exemplars/review-queue.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { findLabel } from '../../../text/find-label.ts';
import { findUnit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import type { House } from '../../core/house.ts';

const flags = { late: 'l', exceptions: 'e', documents: 'd' } as const;

/** Writes a filter as part of a button: `le.u2s.ccommunity`. Empty: everything that waits. */
export function writeFilter(filter: QueueFilter): string {
  const letters = flagNames.map((name) => (filter[name] ? flags[name] : '')).join('');
  const { unitId, kind, category } = filter;
  return [
    letters,
    ...(unitId === undefined ? [] : [`u${unitId.toString(36)}`]),
    ...(kind === undefined ? [] : [`k${kind}`]),
    ...(category === undefined ? [] : [`c${category}`]),
  ].join('.');
}

/** Reads the filter of a button; unknown parts are left out. */
export function readFilter(text: string): QueueFilter {
  const [letters = '', ...parts] = text.split('.');
  const filter: QueueFilter = {};
  for (const name of flagNames) if (letters.includes(flags[name])) filter[name] = true;
  for (const part of parts) {
    const value = part.slice(1);
    const unitId = Number.parseInt(value, 36);
    if (part.startsWith('u') && /^[0-9a-z]{1,6}$/.test(value) && unitId < 2 ** 31) filter.unitId = unitId;
    if (part.startsWith('k') && value) filter.kind = value;
    if (part.startsWith('c') && value) filter.category = value;
  }
  return filter;
}

/**
 * Adds a part to the filter, replacing parts that exclude it. A unit is of one kind, a document has
 * neither a category nor a maximum to exceed, and the codes of a kind and a category together do
 * not fit a button.
 */
export function addToFilter(filter: QueueFilter, wish: QueueFilter): QueueFilter {
  const { unitId, kind, category, exceptions, documents, ...late } = filter;
  const ofUnits = wish.unitId !== undefined || wish.kind !== undefined;
  const ofExemplars = wish.category !== undefined || wish.exceptions === true;
  return {
    ...late,
    ...(ofUnits || wish.category !== undefined ? {} : { kind }),
    ...(ofUnits ? {} : { unitId }),
    ...(wish.documents || wish.kind !== undefined ? {} : { category }),
    ...(wish.documents ? {} : { exceptions }),
    ...(ofExemplars ? {} : { documents }),
    ...wish,
  };
}

/** Removes one of the flags from the filter. */
export function removeFromFilter(filter: QueueFilter, flag: FlagName): QueueFilter {
  return { ...filter, [flag]: undefined };
}

/** A flag of the filter. */
export type FlagName = keyof typeof flags;

/** The flags in the order in which they are shown. */
export const flagNames = ['late', 'exceptions', 'documents'] as const satisfies FlagName[];

/** Describes the filter for the title (plain text); empty when everything is shown. */
export async function sayFilter(ctx: BotContext, filter: QueueFilter): Promise<string> {
  const { unitId, kind, category } = filter;
  const unit = unitId === undefined ? undefined : await findUnit(ctx.house.db.prisma, unitId);
  const nameOf = (list: Named[], code: string | undefined) =>
    code === undefined ? [] : [list.find((one) => one.code === code)?.name[ctx.locale] ?? code];
  return [
    ...(unitId === undefined ? [] : [unit?.name ?? '–']),
    ...nameOf(listNamed(ctx.house, 'unitKinds'), kind),
    ...nameOf(listNamed(ctx.house, 'categories'), category),
    ...flagNames.flatMap((name) => (filter[name] ? [sayFlag(ctx, name)] : [])),
  ].join(', ');
}

/** A kind of unit or a category: its code and its name. */
type Named = Pick<LoadedPlan['categories'][number], 'code' | 'name'>;

/**
 * Lists the kinds of units or the categories of all open plans. A code of several plans has the
 * name of the leading one.
 */
export function listNamed(
  { plan, plans }: Pick<House, 'plan' | 'plans'>,
  of: 'unitKinds' | 'categories',
): Named[] {
  const all = [plan, ...plans.open()].flatMap((one): Named[] => one[of]);
  return [...Map.groupBy(all, ({ code }) => code).values()].flatMap((same) => same.slice(0, 1));
}

/** Names a flag. */
export function sayFlag(by: Pick<BotContext, 't'>, flag: FlagName): string {
  switch (flag) {
    case 'late':
      return by.t('review-filter-late');
    case 'exceptions':
      return by.t('review-filter-exceptions');
    case 'documents':
      return by.t('review-filter-documents');
  }
}

/**
 * Reads a filter from typed words (`/duyet văn bản`, `/duyet y tế`) that name a flag, a kind or a
 * category.
 */
export function filterInWords(ctx: BotContext, words: string): QueueFilter | undefined {
  const flag =
    flagNames[
      findLabel(
        words,
        flagNames.map((name) => sayFlag(ctx, name)),
      ) ?? -1
    ];
  if (flag) return { [flag]: true };
  const named = (of: 'unitKinds' | 'categories') =>
    listNamed(ctx.house, of).find(
      ({ code, name }) => findLabel(words, [code, ...Object.values(name)]) !== undefined,
    )?.code;
  const kind = named('unitKinds');
  if (kind) return { kind };
  const category = named('categories');
  return category ? { category } : undefined;
}
