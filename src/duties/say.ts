import { html, type Locale } from '../i18n.ts';
import { formatDate, localDate } from '../plan/calendar.ts';
import { daysLeft } from '../plan/due.ts';
import type { Plan } from '../plan/plan.ts';
import { quotaWords } from '../plan/quota.ts';
import type { DutyStanding } from './standing.ts';

/**
 * Name of a duty, with its year when it comes each year: `Báo cáo kết quả năm 2021`; `inside` a sentence it begins with a
 * small letter.
 */
export function dutyName(
  plan: Plan,
  locale: Locale,
  of: { duty: string; year: number },
  where: 'alone' | 'inside' = 'alone',
): string {
  const name = plan.duties.find(({ code }) => code === of.duty)?.name[locale] ?? of.duty;
  const cased = where === 'inside' ? name.charAt(0).toLocaleLowerCase(locale) + name.slice(1) : name;
  return of.year === 0 ? cased : `${cased} ${of.year}`;
}

/** One line of `/hannop`: a duty, whether it is done, and by when it is due. For parse_mode HTML. */
export function sayStanding(plan: Plan, locale: Locale, standing: DutyStanding, now: Date): string {
  const { due, doneAt, counted, missing, quota } = standing;
  const duty = dutyName(plan, locale, standing);
  const state = [
    ...(quota && counted !== undefined
      ? [html(locale, 'duty-counted', { counted, quota: quotaWords(quota), missing: missing ?? 0 })]
      : []),
    saySituation(),
  ].join(' ');
  return html(locale, 'duty-line', { duty }) + state;

  function saySituation(): string {
    const day = due ? formatDate(due.lastDay) : '';
    const done = doneAt ? formatDate(localDate(doneAt, plan.zone)) : '';
    const days = due ? daysLeft(due, now, plan.zone) : 0;
    switch (standing.status) {
      case 'done':
        return done ? html(locale, 'duty-done', { done }) : html(locale, 'duty-done-undated');
      case 'doneLate':
        return html(locale, 'duty-done-late', { done, day });
      case 'missing':
        return html(locale, days === 0 ? 'duty-missing-today' : 'duty-missing', { day, days });
      case 'overdue':
        return html(locale, 'duty-overdue', { day, days: -days });
      case 'optional':
        return html(locale, due ? 'duty-optional' : 'duty-optional-undated', { day });
      case 'unset':
        return html(locale, 'duty-unset');
    }
  }
}
