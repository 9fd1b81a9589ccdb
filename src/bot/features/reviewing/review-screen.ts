import type { InlineKeyboardButton } from 'grammy/types';
import { changesSinceReturn } from '../../../exemplars/changes.ts';
import type { Exemplar } from '../../../exemplars/exemplar.ts';
import type { QueueFilter } from '../../../exemplars/review-queue.ts';
import { type Submission, sendingsOf } from '../../../exemplars/sendings.ts';
import { type SimilarExemplar, similarTo } from '../../../exemplars/similar.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import type { Reply } from '../../forms/form.ts';
import { exemplarText } from '../exemplars/exemplar-text.ts';
import { submissionsRow } from '../exemplars/submissions-row.ts';
import { changedLines, changedLinesRoom } from './changed-lines.ts';
import { allCriteria, criteriaLines } from './criteria-lines.ts';
import { writeFilter } from './filter.ts';
import { leadsLine } from './leads-line.ts';
import { presses } from './presses.ts';

/** Room for the criteria in words; less where the changed lines need theirs. */
const criteriaRoom = { usual: 1100, besideChanges: 400 };

/**
 * Shows one exemplar on one screen, with the possible decisions. The screen has its facts, its
 * criteria in words, similar ones, who registered it, and the changes since its return. `notice`
 * (HTML) is above it.
 */
export async function reviewScreen(
  ctx: BotContext,
  exemplar: Exemplar,
  filter: QueueFilter,
  notice = '',
): Promise<Reply> {
  const { db } = ctx.house;
  const { id } = exemplar;
  const changes = await changesSinceReturn(db.prisma, id);
  const changed = changes ? await changedLines(ctx, changes, exemplar) : '';
  const similar = (await similarTo(db.pool, [id])).get(id) ?? [];
  const criteria = criteriaLines(ctx, exemplar, changed ? criteriaRoom.besideChanges : criteriaRoom.usual);
  const decided = exemplar.status === 'submitted' ? '' : decidedLine(ctx, exemplar);
  const sent = await sentLines(ctx, exemplar);
  const leads = leadsLine(ctx, exemplar);
  const more = [leads, criteria, sayAlike(ctx, similar), changed, decided].filter(Boolean);
  const above = notice && `${notice}\n\n`;
  const changedRoom = changed ? Math.max(0, changedLinesRoom + 100 - changed.length) : 0;
  const reserve = more.reduce((sum, { length }) => sum + length + 2, changedRoom + above.length);
  const kept = writeFilter(filter);
  return {
    text: above + [await exemplarText(ctx, exemplar, reserve, sent), ...more].join('\n\n'),
    buttons: [
      ...(exemplar.files > 0
        ? [[{ text: ctx.t('exemplar-files', { n: exemplar.files }), callback_data: presses.files.data(id) }]]
        : []),
      ...(await submissionsRow(ctx, exemplar)),
      [{ text: ctx.t('review-criteria-all'), callback_data: presses.criteria.data(id, kept) }],
      ...similar.map((one) => [
        {
          text: ctx.t('review-see-similar', { code: one.code }),
          callback_data: presses.similar.data([one.id, id], kept),
        },
      ]),
      ...decisions(ctx, exemplar, kept),
    ],
  };
}

function decisions(
  ctx: BotContext,
  { id, status, revision }: Exemplar,
  kept: string,
): InlineKeyboardButton[][] {
  const next = nextButton(ctx, id, kept);
  if (status === 'withdrawn') return [[next]];
  if (status !== 'submitted')
    return [[{ text: ctx.t('review-reopen'), callback_data: presses.reopen.data(id, kept) }, next]];
  return [
    [
      { text: ctx.t('review-approve'), callback_data: presses.approve.data(id, revision, kept) },
      { text: ctx.t('review-return'), callback_data: presses.back.data(id, revision, kept) },
    ],
    [{ text: ctx.t('review-reject'), callback_data: presses.reject.data(id, revision, kept) }, next],
  ];
}

/** Builds [Tiếp theo], within the filter. */
export function nextButton(by: Pick<BotContext, 't'>, id: number, kept: string): InlineKeyboardButton {
  return { text: by.t('review-next'), callback_data: presses.next.data(id, kept) };
}

/** Writes the decision: who, what and when. */
export function decidedLine(ctx: BotContext, exemplar: Exemplar): string {
  if (exemplar.status === 'withdrawn') return ctx.html('review-withdrawn');
  return ctx.html('review-decided', {
    status: ctx.t(`status-${exemplar.status}`),
    who: exemplar.decidedByName ?? '–',
    when: exemplar.decidedAt ? formatInstant(exemplar.decidedAt, ctx.house.plan.zone) : '–',
  });
}

/** Who registered it, on whose behalf, and who sent it again. */
async function sentLines(ctx: BotContext, exemplar: Exemplar): Promise<string> {
  const { first, last } = await sendingsOf(ctx.house.db, exemplar.id);
  const args = ({ who, at }: Submission) => ({
    who: who ?? '–',
    unit: exemplar.unitName,
    when: formatInstant(at, ctx.house.plan.zone),
  });
  const registered = first ?? {
    who: exemplar.submittedByName,
    at: exemplar.submittedAt,
    onBehalf: false,
  };
  return [
    ctx.html(registered.onBehalf ? 'review-registered-behalf' : 'review-registered', args(registered)),
    ...(last ? [ctx.html(last.onBehalf ? 'review-sent-again-behalf' : 'review-sent-again', args(last))] : []),
  ].join('\n');
}

function sayAlike(ctx: BotContext, similar: SimilarExemplar[]): string {
  if (similar.length === 0) return '';
  const lines = similar.map(({ code, name, unitName, status }) =>
    ctx.html('register-duplicate-line', {
      code,
      name: shorten(name, 60),
      unit: shorten(unitName, 40),
      status: ctx.t(`status-${status}`),
    }),
  );
  return [ctx.html('review-similar'), ...lines].join('\n');
}

/** Shows a similar exemplar whole, with its files and the way back to the one under review. */
export async function similarScreen(
  ctx: BotContext,
  exemplar: Exemplar,
  back: Exemplar,
  kept: string,
): Promise<Reply> {
  const criteria = criteriaLines(ctx, exemplar, criteriaRoom.usual);
  return {
    text: [await exemplarText(ctx, exemplar, criteria.length + 2), criteria].join('\n\n'),
    buttons: [
      ...(exemplar.files > 0
        ? [
            [
              {
                text: ctx.t('exemplar-files', { n: exemplar.files }),
                callback_data: presses.files.data(exemplar.id),
              },
            ],
          ]
        : []),
      [{ text: ctx.t('review-criteria-all'), callback_data: presses.criteria.data(exemplar.id, kept) }],
      [
        {
          text: ctx.t('review-back-to', { code: back.code }),
          callback_data: presses.see.data(back.id, kept),
        },
      ],
    ],
  };
}

/** Shows every criterion whole, then the way back. */
export async function showAllCriteria(ctx: BotContext, exemplar: Exemplar, kept: string): Promise<void> {
  const messages = await allCriteria(ctx, exemplar);
  for (const [i, text] of messages.entries()) {
    const last = i === messages.length - 1;
    await ctx.say({
      text,
      buttons: last
        ? [
            [
              {
                text: ctx.t('review-back-to', { code: exemplar.code }),
                callback_data: presses.see.data(exemplar.id, kept),
              },
            ],
          ]
        : [],
    });
  }
}
