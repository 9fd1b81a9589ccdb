import {
  countTicked,
  listOwnCriteria,
  listOwnCriteriaEver,
  mostOwnCriteria,
  type OwnCriterion,
  ownCriterionById,
} from '../../../exemplars/own-criteria/own-criterion.ts';
import { reaches } from '../../../people/rights.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import { findUnit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { markMeantPlan } from '../../core/meant-plan.ts';
import { buildPageRow, pageOf } from '../../core/pages.ts';
import type { Reply } from '../../core/reply.ts';
import { ownCriteriaPresses as presses } from './presses.ts';

/** The speaker of these screens: a context, or a form's scene. */
export type CriteriaSayer = Pick<BotContext, 't' | 'html' | 'house' | 'person' | 'locale'>;

/** Says whom a criterion is for, in brackets; nothing where it is for both subjects. */
function whomOf({ house, locale }: CriteriaSayer, subject: OwnCriterion['subject']): string {
  return subject ? ` (${house.plan.subjects[subject].name[locale].toLowerCase()})` : '';
}

const changesPerPage = 8;

/** Builds the list of a unit's own criteria in use, with the possible changes. */
export async function ownCriteriaReply(by: CriteriaSayer, unitId: number, notice = ''): Promise<Reply> {
  const { prisma } = by.house.db;
  const planId = by.house.plan.id;
  const [unit, list, ever] = await Promise.all([
    findUnit(prisma, unitId),
    listOwnCriteria(prisma, { planId, unitId }),
    prisma.ownCriterion.count({ where: { planId, unitId } }),
  ]);
  const args = { unit: unit?.name ?? '', n: list.length };
  const lines = list.map(({ text, subject }, i) =>
    by.html('own-criteria-line', { n: i + 1, text, whom: whomOf(by, subject) }),
  );
  const may = reaches(by.person, 'changeCriteria', { unitId });
  return {
    text: [
      ...(notice ? [notice, ''] : []),
      by.html(list.length > 0 ? 'own-criteria-of' : 'own-criteria-none', args) + markMeantPlan(by),
      ...lines,
    ].join('\n'),
    buttons: [
      ...(may
        ? list.map(({ id, text }, i) => [
            { text: `${i + 1}. ${shorten(text, 50)}`, callback_data: presses.open.data(id) },
          ])
        : []),
      ...(may && !by.house.plan.closed && list.length < mostOwnCriteria
        ? [[{ text: by.t('own-criteria-add'), callback_data: presses.add.data(unitId, planId) }]]
        : []),
      ...(ever > 0
        ? [[{ text: by.t('own-criteria-history'), callback_data: presses.history.data(unitId, planId, 0) }]]
        : []),
    ],
  };
}

/** Builds the screen of one criterion. Throws `own-criterion-unknown`. */
export async function ownCriterionReply(by: CriteriaSayer, id: number): Promise<Reply> {
  const { prisma } = by.house.db;
  const criterion = await ownCriterionById(prisma, id);
  const { unitId, text, subject, retiredAt } = criterion;
  const inUse = retiredAt === null && !planOf(by.house, criterion).closed;
  const may = inUse && reaches(by.person, 'changeCriteria', { unitId });
  return {
    text: [
      by.html('own-criterion', { unit: criterion.unit.name, text, whom: whomOf(by, subject) }),
      by.html('own-criterion-ticked', { n: await countTicked(prisma, id) }),
      ...sayChanges(by, criterion).map(({ line }) => line),
    ].join('\n'),
    buttons: [
      ...(may
        ? [
            [
              { text: by.t('own-criterion-change'), callback_data: presses.change.data(id) },
              { text: by.t('own-criterion-retire'), callback_data: presses.retireAsk.data(id) },
            ],
          ]
        : []),
      [backButton(by, criterion)],
    ],
  };
}

/** Builds the button that leads back to the unit's list under the plan. */
function backButton(by: Pick<CriteriaSayer, 't'>, of: { unitId: number; planId: number }) {
  return { text: by.t('own-criteria-back'), callback_data: presses.listIn.data(of.unitId, of.planId) };
}

/** Builds a page of all changes of a unit's own criteria, the newest first. */
export async function ownHistoryReply(by: CriteriaSayer, unitId: number, wanted: number): Promise<Reply> {
  const { prisma } = by.house.db;
  const planId = by.house.plan.id;
  const [unit, ever] = await Promise.all([
    findUnit(prisma, unitId),
    listOwnCriteriaEver(prisma, { planId, unitId }),
  ]);
  const changes = ever
    .flatMap((criterion) => sayChanges(by, criterion))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const page = pageOf(changes, wanted, changesPerPage);
  return {
    text: [
      by.html('own-criteria-history-of', { unit: unit?.name ?? '' }),
      ...page.items.map(({ line }) => line),
    ].join('\n'),
    buttons: [
      ...buildPageRow(by, page, (to) => presses.history.data(unitId, planId, to), 'form-page-after'),
      [backButton(by, { unitId, planId })],
    ],
  };
}

/** Says when and by whom a criterion was added and retired. A replacement is one change. */
function sayChanges(by: CriteriaSayer, one: OwnCriterion): { at: Date; line: string }[] {
  const said = (key: string, at: Date, who: string | null, via: string | null, more = {}) => ({
    at,
    line: by.html(key, {
      when: formatInstant(at, by.house.plan.zone),
      who: who ?? '–',
      via: by.t(`channel-${via ?? 'web'}`),
      text: shorten(one.text, 200),
      ...more,
    }),
  });
  const { replaces, replacedBy, retiredAt } = one;
  return [
    said(
      replaces ? 'own-criterion-changed' : 'own-criterion-added',
      one.addedAt,
      one.addedBy.name,
      one.addedVia,
      replaces ? { before: shorten(replaces.text, 200) } : {},
    ),
    // The criterion that replaces it tells the change.
    ...(retiredAt && !replacedBy
      ? [said('own-criterion-retired', retiredAt, one.retiredBy?.name ?? null, one.retiredVia)]
      : []),
  ];
}
