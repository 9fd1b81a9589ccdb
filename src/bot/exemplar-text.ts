import type { Exemplar } from '../exemplars/exemplar.ts';
import { formatDate, formatInstant } from '../plan/calendar.ts';
import type { BotContext } from './context.ts';

/** An exemplar on one screen (HTML, under 4,096 characters whatever was written). */
export function exemplarText(ctx: BotContext, e: Exemplar): string {
  const plan = ctx.house.plan;
  const category = plan.categories.find((c) => c.code === e.category);
  const tickable = [...plan.generalCriteria, ...(category?.criteria ?? [])];
  const met = tickable.flatMap((c, i) => (e.criteria.includes(c.code) ? [i + 1] : []));
  const yesNo = (key: string, value: boolean) => ctx.t(`register-${key}-${value ? 'yes' : 'no'}`);
  const line = (key: string, value: string | number | null | undefined) =>
    value === null || value === undefined || value === ''
      ? []
      : [ctx.html('exemplar-line', { label: ctx.t(key), value })];

  return [
    ctx.html('exemplar-head', {
      code: e.code,
      name: e.name,
      unit: e.unitName,
      status: ctx.t(`status-${e.status}`),
    }),
    ...(e.late ? [ctx.html('exemplar-late')] : []),
    ...(e.overQuota ? [ctx.html('exemplar-over', { reason: e.exceptionReason ?? '' })] : []),
    ...line(
      'register-category-label',
      `${plan.subjects[e.subject].name[ctx.locale]} – ${category?.name[ctx.locale] ?? e.category}`,
    ),
    ...line('register-birthYear-label', e.birthYear),
    ...line('register-sex-label', e.sex && ctx.t(`register-sex-${e.sex}`)),
    ...line('register-ethnicity-label', e.ethnicity),
    ...line('register-position-label', e.position),
    ...line('register-leader-label', e.leader === null ? null : yesNo('leader', e.leader)),
    ...line('register-representative-label', e.representative),
    ...line('register-memberCount-label', e.memberCount),
    ...line('register-place-label', e.place),
    ...line('register-difficult-label', yesNo('difficult', e.difficultArea)),
    ...line('register-labour-label', yesNo('labour', e.directLabour)),
    ...line('register-summary-label', shorten(e.summary, 1200)),
    ...line(
      'register-criteria-label',
      ctx.t('register-criteria-shown', {
        n: met.length,
        of: tickable.length,
        numbers: met.join(', ') || '–',
      }),
    ),
    ...line('register-ownCriteria-label', e.ownCriteria && shorten(e.ownCriteria, 300)),
    ...line('register-impact-label', shorten(e.impact, 600)),
    ...line('register-endorsedOn-label', formatDate(e.endorsedOn)),
    ...line('register-minutes-label', e.minutes),
    ...line('register-files-label', ctx.t('register-files-shown', { n: e.files })),
    ctx.html('exemplar-sent', {
      who: e.submittedByName ?? '–',
      when: formatInstant(e.submittedAt, plan.zone),
    }),
    ...(e.status === 'returned' || e.status === 'rejected'
      ? [ctx.html('exemplar-reason', { who: e.decidedByName ?? '–', reason: e.decisionReason ?? '' })]
      : []),
  ].join('\n');
}

function shorten(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length).join('')}… (${letters.length})`;
}
