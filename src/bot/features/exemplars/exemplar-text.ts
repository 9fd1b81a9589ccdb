import type { Exemplar } from '../../../exemplars/exemplar.ts';
import { type Fact, factLabel } from '../../../exemplars/facts/fact.ts';
import { facts } from '../../../exemplars/facts/facts.ts';
import { sayFact } from '../../../exemplars/facts/say.ts';
import { readLateness } from '../../../exemplars/lateness.ts';
import { formatDate, formatInstant, localDate } from '../../../plan/calendar.ts';
import type { BotContext } from '../../core/context.ts';
import { fitLines, type LabelledLine } from '../../core/fit-lines.ts';
import { type House, planOf } from '../../core/house.ts';

/** Telegram's limit of one message. */
const longestMessage = 4096;

/** The language of the speaker, and the plan. */
type Sayer = Pick<BotContext, 't' | 'html' | 'locale'> & { house: Pick<House, 'db' | 'plan' | 'plans'> };

/**
 * Shows an exemplar on one screen (HTML), leaving `reserve` characters free. It fits one message
 * for any content. `sent` says who sent it.
 */
export async function exemplarText(
  ctx: Sayer,
  e: Exemplar,
  reserve = 0,
  sent = sentLine(ctx, e),
): Promise<string> {
  const head = ctx.html('exemplar-head', {
    code: e.code,
    name: e.name,
    unit: e.unitName,
    status: ctx.t(`status-${e.status}`),
  });
  const notes = [...(await latenessLines(ctx, e)), ...(e.overQuota ? [ctx.html('exemplar-over')] : [])];
  const fixed = [head, ...notes, sent].join('\n');
  const lines = fitLines(linesOf(ctx, e), longestMessage - fixed.length - reserve - 10);
  return [head, ...notes, lines, sent].join('\n');
}

/** Handed in late; or *bổ sung*; or mended after the due, which is not late. */
async function latenessLines(ctx: Sayer, e: Exemplar): Promise<string[]> {
  const plan = planOf(ctx.house, e);
  const timed = (await readLateness(ctx.house.db.pool, [plan], [e.id])).get(e.id);
  const { lateness, supplementedAt } = timed ?? {};
  return [
    ...(lateness === 'late' ? [ctx.html('exemplar-late')] : []),
    ...(lateness === 'extra' ? [ctx.html('exemplar-extra')] : []),
    ...(supplementedAt
      ? [ctx.html('exemplar-supplemented', { day: formatDate(localDate(supplementedAt, plan.zone)) })]
      : []),
  ];
}

function sentLine(ctx: Sayer, e: Exemplar): string {
  return ctx.html('exemplar-sent', {
    who: e.submittedByName ?? '–',
    when: formatInstant(e.submittedAt, ctx.house.plan.zone),
  });
}

function linesOf(ctx: Sayer, e: Exemplar): LabelledLine[] {
  const reader = { t: ctx.t, locale: ctx.locale, plan: planOf(ctx.house, e) };
  const place = {
    category: e.category,
    leader: e.leader,
    nameOf: () => e.leadsName ?? undefined,
    leadsDraft: e.leadsDraftName ?? undefined,
    ownWords: (id: number) => e.ownWords?.[id],
  };
  const values: Record<string, unknown> = { ...e };
  const said = (fact: Fact) => sayFact(fact, values[fact.field], reader, place);
  const line = (key: string, value: string | null) =>
    value === null || value === '' ? [] : [{ label: ctx.t(key), value }];
  const decided = e.status === 'returned' || e.status === 'rejected';

  return [
    ...line(
      'register-exception-label',
      e.overQuota ? (e.exceptionReason ?? ctx.t('exemplar-exception-none')) : null,
    ),
    ...line(
      'register-category-label',
      facts
        .filter(({ key }) => inTitle.has(key))
        .map(said)
        .join(' – '),
    ),
    ...facts
      .filter((fact) => fact.line !== false)
      .flatMap((fact) => line(factLabel(fact, e.subject), said(fact))),
    ...line(
      'exemplar-reason-label',
      decided
        ? ctx.t('exemplar-reason', { who: e.decidedByName ?? '–', reason: e.decisionReason ?? '' })
        : null,
    ),
  ];
}

/** Facts that share one line. */
const inTitle = new Set(['subject', 'category']);
