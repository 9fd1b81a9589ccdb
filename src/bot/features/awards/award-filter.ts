import type { ProposalFilter } from '../../../awards/proposal.ts';
import type { ProposedAward } from '../../../plan/awards.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { ProposalState } from '../../../store/generated/enums.ts';
import { decapitalise } from '../../../text/letters.ts';
import { findUnit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import type { House } from '../../core/house.ts';
import { sayAwardName, sayLevel } from './say-award.ts';

/** The proposals that a list shows: those of one plan, narrowed by its other parts. */
export interface AwardFilter extends Omit<ProposalFilter, 'planId' | 'unitIds' | 'exemplarIds'> {
  planId: number;
  unitId?: number | undefined;
}

/** The letters of states in a button. */
const letters: Partial<Record<ProposalState, string>> = {
  proposed: 'p',
  forwarded: 'f',
  not_forwarded: 'n',
  granted: 'g',
  refused: 'r',
};

/** The states by which proposals can be filtered. */
export const filterStates = Object.values(ProposalState).filter((state) => letters[state] !== undefined);

/** A form or a title of a filter. */
export type FilteredAward = Pick<ProposedAward, 'form' | 'title'>;

/** Lists the forms and titles of a plan, in its order. */
export function listAwardChoices({ awards }: Pick<LoadedPlan, 'awards'>): FilteredAward[] {
  return [
    ...awards.forms.map(({ code }) => ({ form: code, title: null })),
    ...awards.titles.map(({ code }) => ({ form: null, title: code })),
  ];
}

/** Lists the plans that ask for award proposals, of the person's offices. */
export function listAwardPlans({ plans }: Pick<House, 'plans'>): LoadedPlan[] {
  return plans.all().filter(({ awards }) => awards.levels.length > 0);
}

/** Finds the plan whose awards are meant where none is named; undefined: no plan asks for any. */
export function findAwardPlan(house: Pick<House, 'plan' | 'plans'>): LoadedPlan | undefined {
  const plans = listAwardPlans(house);
  return (
    plans.find(({ id }) => id === house.plan.id) ?? plans.findLast(({ closed }) => !closed) ?? plans.at(-1)
  );
}

/** Writes a filter as part of a button: `p1y2023sfl2`. Levels and awards stand by their place. */
export function writeAwardFilter(house: Pick<House, 'plan' | 'plans'>, filter: AwardFilter): string {
  const { planId, year, state, level, award, unitId } = filter;
  const plan = house.plans.find(planId);
  const levelAt = plan?.awards.levels.findIndex(({ code }) => code === level) ?? -1;
  const awardAt = plan ? listAwardChoices(plan).findIndex((one) => isSame(one, award)) : -1;
  return [
    `p${planId}`,
    ...(year === undefined ? [] : [`y${year}`]),
    ...(state === undefined ? [] : [`s${letters[state] ?? ''}`]),
    ...(levelAt < 0 ? [] : [`l${levelAt}`]),
    ...(awardAt < 0 ? [] : [`a${awardAt}`]),
    ...(unitId === undefined ? [] : [`u${unitId}`]),
  ].join('');
}

const written = /^p(\d{1,9})(?:y(\d{1,4}))?(?:s([pfngr]))?(?:l(\d{1,3}))?(?:a(\d{1,3}))?(?:u(\d{1,9}))?$/;

/** Reads the filter of a button; one that means nothing shows all of the plan that is meant. */
export function readAwardFilter(house: Pick<House, 'plan' | 'plans'>, text: string): AwardFilter {
  const [, id, year, letter, levelAt, awardAt, unit] = written.exec(text) ?? [];
  const plan = house.plans.find(Number(id ?? 0)) ?? findAwardPlan(house) ?? house.plan;
  const state = filterStates.find((one) => letters[one] === letter);
  const level = levelAt === undefined ? undefined : plan.awards.levels[Number(levelAt)]?.code;
  const award = awardAt === undefined ? undefined : listAwardChoices(plan)[Number(awardAt)];
  return {
    planId: plan.id,
    ...(year !== undefined && { year: Number(year) }),
    ...(state && { state }),
    ...(level && { level }),
    ...(award && { award }),
    ...(unit !== undefined && { unitId: Number(unit) }),
  };
}

function isSame(one: FilteredAward, other: FilteredAward | undefined): boolean {
  return one.form === other?.form && one.title === other?.title;
}

/** Says a filter for the title of a list. Plain text; empty: all proposals of the plan. */
export async function sayAwardFilter(
  by: Pick<BotContext, 't' | 'house' | 'locale'>,
  { planId, year, state, level, award, unitId }: AwardFilter,
): Promise<string> {
  const plan = by.house.plans.find(planId) ?? by.house.plan;
  const unit = unitId === undefined ? undefined : await findUnit(by.house.db.prisma, unitId);
  return [
    ...(listAwardPlans(by.house).length > 1 ? [plan.code] : []),
    ...(year === undefined ? [] : [decapitalise(by.t('awards-year', { year: String(year) }))]),
    ...(unitId === undefined ? [] : [unit?.name ?? '–']),
    ...(level === undefined ? [] : [sayLevel(by, plan, level)]),
    ...(award === undefined ? [] : [sayAwardName(by, plan, award)]),
    ...(state === undefined ? [] : [by.t(`proposal-state-${state}`)]),
  ].join(', ');
}
