import { formatHtml, type Locale } from '../i18n.ts';
import { formatDate, localDate } from '../plan/calendar.ts';
import { daysLeft, isLate } from '../plan/due.ts';
import type { Plan } from '../plan/plan.ts';
import { findDutyKind } from './kinds/index.ts';
import type { DutyTime } from './owed.ts';
import { sayOccurrence } from './say-occurrence.ts';
import { sayQuota } from './say-quota.ts';
import type { DutyStanding } from './standing.ts';

/**
 * Names a duty, with its occurrence when it comes again: `Báo cáo kết quả năm 2021`. `inside` a
 * sentence it begins with a small letter; in a `button` it is the short name.
 */
export function nameDuty(
  plan: Plan,
  locale: Locale,
  of: DutyTime,
  where: 'alone' | 'inside' | 'button' = 'alone',
): string {
  const duty = plan.duties.find(({ code }) => code === of.duty);
  const name = (where === 'button' ? duty?.short?.[locale] : undefined) ?? duty?.name[locale] ?? of.duty;
  const cased = where !== 'alone' ? name.charAt(0).toLocaleLowerCase(locale) + name.slice(1) : name;
  return [cased, sayOccurrence(locale, of.occurrence)].filter(Boolean).join(' ');
}

/**
 * Names the document of a duty: the duty's own name, or the signed list of exemplars. The list
 * belongs to the duty that registration fulfils.
 */
export function documentName(
  plan: Plan,
  locale: Locale,
  of: DutyTime,
  where: 'alone' | 'inside' = 'alone',
): string {
  return findDutyKind(plan, of.duty)?.documentName?.(locale, where) ?? nameDuty(plan, locale, of, where);
}

/** Writes one line of `/hannop`: a duty, whether it is done, and its due. For parse_mode HTML. */
export function sayStanding(plan: Plan, locale: Locale, standing: DutyStanding, now: Date): string {
  const { due, doneAt, counted, missing, quota } = standing;
  const duty = nameDuty(plan, locale, standing);
  const words = documentWords(plan, locale, standing, now);
  const state = [
    ...(quota && counted !== undefined
      ? [
          formatHtml(locale, 'duty-counted', {
            counted,
            quota: sayQuota(locale, quota),
            missing: missing ?? 0,
          }),
        ]
      : []),
    words.instead ?? saySituation(),
    ...words.additions,
  ].join(' ');
  return formatHtml(locale, 'duty-line', { duty }) + state;

  function saySituation(): string {
    const day = due ? formatDate(due.lastDay) : '';
    const done = doneAt ? formatDate(localDate(doneAt, plan.zone)) : '';
    const days = due ? daysLeft(due, now, plan.zone) : 0;
    switch (standing.status) {
      case 'done':
        return done ? formatHtml(locale, 'duty-done', { done }) : formatHtml(locale, 'duty-done-undated');
      case 'doneLate':
        return formatHtml(locale, 'duty-done-late', { done, day });
      case 'missing':
        return formatHtml(locale, days === 0 ? 'duty-missing-today' : 'duty-missing', { day, days });
      case 'overdue':
        return formatHtml(locale, 'duty-overdue', { day, days: -days });
      case 'optional':
        return formatHtml(locale, due ? 'duty-optional' : 'duty-optional-undated', { day });
      case 'unset':
        return formatHtml(locale, 'duty-unset');
    }
  }
}

/**
 * The office's decision about a document: sentences after the situation, or in its place when it
 * was returned.
 */
function documentWords(
  plan: Plan,
  locale: Locale,
  { document, status, due }: DutyStanding,
  now: Date,
): { instead?: string; additions: string[] } {
  if (!document) return { additions: [] };
  const office = plan.bodies.office[locale];
  const day = (at: Date | undefined) => (at ? formatDate(localDate(at, plan.zone)) : '');
  const returned = day(document.returnedAt);
  if (status === 'done' || status === 'doneLate') {
    return {
      additions: [
        ...(document.supplementedAt
          ? [formatHtml(locale, 'duty-supplemented', { day: day(document.supplementedAt) })]
          : []),
        formatHtml(locale, `duty-document-${document.status}`, { office, day: returned }),
      ],
    };
  }
  const first = day(document.firstAt);
  const instead = formatHtml(locale, 'duty-returned', { office, first, day: returned });
  if (!due) return { instead, additions: [] };
  const days = daysLeft(due, now, plan.zone);
  const last = formatDate(due.lastDay);
  if (days >= 0)
    return { instead, additions: [formatHtml(locale, 'duty-returned-until', { day: last, days })] };
  const key = isLate(due, document.firstAt) ? 'duty-returned-late' : 'duty-returned-after';
  return { instead, additions: [formatHtml(locale, key, { day: last })] };
}
