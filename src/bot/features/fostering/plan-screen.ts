import type { InlineKeyboardButton } from 'grammy/types';
import { findFosteringPlan, listFosterable, listSteps } from '../../../fostering/read-fostering.ts';
import { type FosteringOf, type FosteringStep, isOpenStep, stateOfStep } from '../../../fostering/step.ts';
import { reaches } from '../../../people/rights.ts';
import { shorten } from '../../../text/shorten.ts';
import { findUnit } from '../../../units/units.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { planOf } from '../../core/house.ts';
import { buildPageRow, pageOf } from '../../core/pages.ts';
import type { Reply } from '../../core/reply.ts';
import { type FosteringSayer, sayForWhom, sayStep, todayOf } from './fostering-words.ts';
import { fosteringPresses as presses } from './presses.ts';
import { stepButtons } from './step-screen.ts';

const stepsPerPage = 10;

/**
 * Builds the screen of a unit's fostering plan: its leader, its steps, the buttons of the next one.
 * `notice`: the news of this moment (HTML).
 */
export async function fosteringReply(
  by: FosteringSayer,
  of: FosteringOf,
  { notice, page = 0 }: { notice?: string; page?: number } = {},
): Promise<Reply> {
  const { prisma } = by.house.db;
  const [unit, plan, steps] = await Promise.all([
    findUnit(prisma, of.unitId),
    findFosteringPlan(prisma, of),
    listSteps(prisma, of),
  ]);
  const args = { unit: unit?.name ?? '' };
  if (!plan) return notPlannedReply(by, of, args.unit);
  const may = mayFoster(by, of);
  const ordered = inOrder(steps);
  const shown = pageOf(ordered, page, stepsPerPage);
  const [next] = ordered.filter(isOpenStep);
  const today = todayOf(by);
  const count = (state: string) => steps.filter((step) => stateOfStep(step, today) === state).length;
  const lines = shown.items.flatMap((step, i) => {
    const before = i === 0 ? undefined : shown.items[i - 1];
    const whom = sayForWhom(by, step);
    const heads = !before || sayForWhom(by, before) !== whom;
    const line = sayStep(by, step, shown.offset + i + 1);
    return heads ? [by.html('fostering-whom', { whom: shorten(whom, 100) }), line] : [line];
  });
  return {
    text: [
      ...(notice ? [notice, ''] : []),
      by.html('fostering-of', { ...args, lead: plan.lead }),
      by.html('fostering-figures', {
        n: steps.length,
        done: count('done'),
        overdue: count('overdue'),
        dropped: count('dropped'),
      }),
      ...lines,
      ...(may && next
        ? ['', by.html('fostering-next', { n: ordered.indexOf(next) + 1, what: next.what })]
        : []),
    ].join('\n'),
    buttons: [
      ...(may && next ? stepButtons(by, next) : []),
      ...shown.items.map((step, i) => [
        {
          text: shorten(`${shown.offset + i + 1}. ${step.what}`, 60),
          callback_data: presses.step.data(step.id),
        },
      ]),
      ...buildPageRow(by, shown, (to) => presses.plan.data(of.unitId, of.planId, to), 'form-page-after'),
      ...planButtons(by, of, may),
    ],
  };
}

function planButtons(
  by: FosteringSayer,
  { unitId, planId }: FosteringOf,
  may: boolean,
): InlineKeyboardButton[][] {
  const history = { text: by.t('fostering-history'), callback_data: presses.history.data(unitId, planId, 0) };
  if (!may) return [[history]];
  return [
    [{ text: by.t('fostering-add'), callback_data: presses.add.data(unitId, planId) }],
    [{ text: by.t('fostering-lead-change'), callback_data: presses.lead.data(unitId, planId) }, history],
  ];
}

/** Tells whether the person may change the plan: by their right, and while the plan is open. */
export function mayFoster(by: FosteringSayer, of: FosteringOf): boolean {
  return reaches(by.person, 'foster', of) && !planOf(by.house, of).closed;
}

/** For all exemplars last, as they are asked for; within one by their days. */
function inOrder(steps: FosteringStep[]): FosteringStep[] {
  const key = ({ exemplar }: FosteringStep) => exemplar?.code ?? '~';
  return steps.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

async function notPlannedReply(by: FosteringSayer, of: FosteringOf, unit: string): Promise<Reply> {
  const exemplars = await listFosterable(by.house.db.prisma, of);
  if (exemplars.length === 0)
    return {
      text: by.html('fostering-none-approved', { unit }),
      buttons: commandButtons(by, ['danhsach'], { danhsach: 'do-danhsach-all' }),
    };
  return {
    text: by.html('fostering-not-planned', { unit, n: exemplars.length }),
    buttons: mayFoster(by, of)
      ? [[{ text: by.t('fostering-make'), callback_data: presses.make.data(of.unitId, of.planId) }]]
      : [],
  };
}
