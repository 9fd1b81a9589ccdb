import type { InlineKeyboardButton } from 'grammy/types';
import { z } from 'zod';
import { listFilesOfOwner } from '../../../attachments/owner-files.ts';
import {
  type FosteringLine,
  listFosteringHistory,
  listStepHistory,
} from '../../../fostering/fostering-history.ts';
import { stepById } from '../../../fostering/read-fostering.ts';
import { type FosteringOf, type FosteringStep, isOpenStep } from '../../../fostering/step.ts';
import { reaches } from '../../../people/rights.ts';
import { formatDate, formatInstant } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import { findUnit } from '../../../units/units.ts';
import { planOf } from '../../core/house.ts';
import { buildPageRow, loadPage } from '../../core/pages.ts';
import type { Reply } from '../../core/reply.ts';
import { type FosteringSayer, sayForWhom, sayStepDay } from './fostering-words.ts';
import { fosteringPresses as presses } from './presses.ts';

/** Builds the buttons of what can be done with a step. */
export function stepButtons(by: FosteringSayer, step: FosteringStep): InlineKeyboardButton[][] {
  const { id } = step;
  if (!isOpenStep(step))
    return [[{ text: by.t('fostering-reopen'), callback_data: presses.reopen.data(id) }]];
  return [
    [
      { text: by.t('fostering-done'), callback_data: presses.done.data(id) },
      { text: by.t('fostering-move'), callback_data: presses.move.data(id) },
      { text: by.t('fostering-drop'), callback_data: presses.drop.data(id) },
    ],
  ];
}

/** Builds the screen of one step, with its history. Throws `fostering-step-unknown`. */
export async function stepReply(by: FosteringSayer, id: number): Promise<Reply> {
  const { db } = by.house;
  const step = await stepById(db.prisma, id);
  const { planId, unitId, unitName, what, who, kind, dropReason } = step;
  const [files, history] = await Promise.all([
    listFilesOfOwner(db, { fosteringStepId: id }),
    listStepHistory(db.prisma, id),
  ]);
  const may = reaches(by.person, 'foster', step) && !planOf(by.house, step).closed;
  const args = {
    unit: unitName,
    what,
    who,
    kind: by.t(`fostering-kind-${kind}`),
    whom: sayForWhom(by, step),
  };
  return {
    text: [
      by.html('fostering-step', { ...args, when: sayStepDay(by, step) }),
      ...(dropReason ? [by.html('fostering-step-why', { reason: dropReason })] : []),
      '',
      ...history.slice(-10).map((line) => sayLine(by, line)),
    ].join('\n'),
    buttons: [
      ...(may ? stepButtons(by, step) : []),
      ...(files.length > 0
        ? [[{ text: by.t('fostering-files', { n: files.length }), callback_data: presses.files.data(id) }]]
        : []),
      [{ text: by.t('fostering-back'), callback_data: presses.plan.data(unitId, planId, 0) }],
    ],
  };
}

const linesPerPage = 8;

/** Builds a page of all changes of a unit's fostering plan, the newest first. */
export async function fosteringHistoryReply(
  by: FosteringSayer,
  of: FosteringOf,
  wanted: number,
): Promise<Reply> {
  const { prisma } = by.house.db;
  const unit = await findUnit(prisma, of.unitId);
  const page = await loadPage(wanted, linesPerPage, (limit, offset) =>
    listFosteringHistory(prisma, of, { limit, offset }),
  );
  return {
    text: [
      by.html('fostering-history-of', { unit: unit?.name ?? '', n: page.total }),
      ...page.items.map((line) => sayLine(by, line)),
    ].join('\n'),
    buttons: [
      ...buildPageRow(by, page, (to) => presses.history.data(of.unitId, of.planId, to), 'form-page-after'),
      [{ text: by.t('fostering-back'), callback_data: presses.plan.data(of.unitId, of.planId, 0) }],
    ],
  };
}

const day = z.object({ dueOn: z.string().optional(), doneOn: z.string().nullish() }).catch({});
const lead = z.object({ lead: z.string() }).partial().catch({});
/** The code of the plan that a step left or came to. */
const ofPlan = z.object({ plan: z.string() }).partial().catch({});

/** Says one line of the history (HTML): when, who, through which channel, what. */
function sayLine(by: FosteringSayer, line: FosteringLine): string {
  const { at, person, channel, onBehalf, action, reason, before, after, step } = line;
  const on = day.parse(after);
  const change = by.t(`fostering-changed-${action}`, {
    what: shorten(step?.what ?? '', 80),
    lead: lead.parse(after).lead ?? '–',
    before: [dayOrDash(day.parse(before).dueOn), lead.parse(before).lead, ofPlan.parse(before).plan].join(''),
    to: ofPlan.parse(after).plan ?? '–',
    day: dayOrDash(on.doneOn ?? on.dueOn),
    reason: shorten(reason ?? '–', 200),
  });
  return by.html('fostering-history-line', {
    when: formatInstant(at, by.house.plan.zone),
    who: person.name ?? '–',
    via: by.t(`channel-${channel}`),
    behalf: onBehalf ? by.t('fostering-behalf') : '',
    change,
  });
}

function dayOrDash(of: string | null | undefined): string {
  return of ? formatDate(of) : '';
}
