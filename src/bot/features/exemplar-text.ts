import type { Exemplar } from '../../exemplars/exemplar.ts';
import { formatDate, formatInstant } from '../../plan/calendar.ts';
import { criteriaFor, criterionNumbers } from '../../plan/criteria.ts';
import type { BotContext } from '../core/context.ts';
import { fitLines, type LabelledLine } from '../core/fit-lines.ts';
import type { House } from '../core/house.ts';

/** What Telegram shows of one message. */
const longestMessage = 4096;

/** Who says it: their language, and the plan. */
type Sayer = Pick<BotContext, 't' | 'html' | 'locale'> & { house: Pick<House, 'plan'> };

/**
 * Shows an exemplar on one screen (HTML, short enough for one message whatever was written),
 * leaving `reserve` characters free. `sent` says who sent it.
 */
export function exemplarText(ctx: Sayer, e: Exemplar, reserve = 0, sent = sentLine(ctx, e)): string {
  const head = ctx.html('exemplar-head', {
    code: e.code,
    name: e.name,
    unit: e.unitName,
    status: ctx.t(`status-${e.status}`),
  });
  const notes = [
    ...(e.late ? [ctx.html('exemplar-late')] : []),
    ...(e.overQuota ? [ctx.html('exemplar-over')] : []),
  ];
  const fixed = [head, ...notes, sent].join('\n');
  const lines = fitLines(linesOf(ctx, e), longestMessage - fixed.length - reserve - 10);
  return [head, ...notes, lines, sent].join('\n');
}

function sentLine(ctx: Sayer, e: Exemplar): string {
  return ctx.html('exemplar-sent', {
    who: e.submittedByName ?? '–',
    when: formatInstant(e.submittedAt, ctx.house.plan.zone),
  });
}

function linesOf(ctx: Sayer, e: Exemplar): LabelledLine[] {
  const plan = ctx.house.plan;
  const category = plan.categories.find((c) => c.code === e.category);
  const met = criterionNumbers(plan, e.category, e.criteria);
  const yesNo = (key: string, value: boolean) => ctx.t(`register-${key}-${value ? 'yes' : 'no'}`);
  const line = (key: string, value: string | number | null | undefined) =>
    value === null || value === undefined || value === ''
      ? []
      : [{ label: ctx.t(key), value: String(value) }];
  const decided = e.status === 'returned' || e.status === 'rejected';

  return [
    ...line(
      'register-exception-label',
      e.overQuota ? (e.exceptionReason ?? ctx.t('exemplar-exception-none')) : null,
    ),
    ...line(
      'register-category-label',
      `${plan.subjects[e.subject].name[ctx.locale]} – ${category?.name[ctx.locale] ?? e.category}`,
    ),
    ...line('register-birthYear-label', e.birthYear),
    ...line('register-sex-label', e.sex && ctx.t(`register-sex-${e.sex}`)),
    ...line('register-ethnicity-label', e.ethnicity),
    ...line('register-position-label', e.position),
    ...line('register-leader-label', e.leader === null ? null : yesNo('leader', e.leader)),
    ...line('register-leads-label', e.leader ? (e.leadsName ?? ctx.t('register-leads-none')) : null),
    ...line('register-representative-label', e.representative),
    ...line('register-memberCount-label', e.memberCount),
    ...line('register-place-label', e.place),
    ...line('register-difficult-label', yesNo('difficult', e.difficultArea)),
    ...line('register-labour-label', yesNo('labour', e.directLabour)),
    ...line('register-summary-label', e.summary),
    ...line(
      'register-criteria-label',
      ctx.t('register-criteria-shown', {
        n: met.length,
        of: criteriaFor(plan, e.category).length,
        numbers: met.join(', ') || '–',
      }),
    ),
    ...line('register-ownCriteria-label', e.ownCriteria),
    ...line('register-impact-label', e.impact),
    ...line('register-endorsedOn-label', formatDate(e.endorsedOn)),
    ...line('register-minutes-label', e.minutes),
    ...line('register-files-label', ctx.t('register-files-shown', { n: e.files })),
    ...line(
      'exemplar-reason-label',
      decided
        ? ctx.t('exemplar-reason', { who: e.decidedByName ?? '–', reason: e.decisionReason ?? '' })
        : null,
    ),
  ];
}
