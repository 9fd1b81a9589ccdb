import { nameDuty } from '../duties/say.ts';
import { escapeHtml, formatHtml, type Locale, t } from '../i18n.ts';
import { formatDate } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import { formatQuota } from '../plan/quota.ts';
import { shorten } from '../text/shorten.ts';
import type { NudgeButton } from './buttons.ts';
import type { NudgeLine, NudgeMessage, StepsLine } from './message.ts';

/** The plans with whose words a nudge speaks. */
export interface NudgePlans {
  find(planId: number): Plan;
  /** Whether several are open: each line then names its plan. */
  several: boolean;
}

/** Writes the text of a nudge, for parse_mode HTML. Names and the officer's note are escaped. */
export function sayNudge(plans: NudgePlans, locale: Locale, message: NudgeMessage): string {
  const lines = [...message.groups.flatMap((group) => group.lines), ...message.fostering];
  const paragraphs: string[] = [];
  const [first] = message.planIds;
  if (message.note && first !== undefined) {
    const office = plans.find(first).bodies.office[locale];
    paragraphs.push(formatHtml(locale, 'nudge-note', { office, note: message.note }));
  }
  if (lines.every((line) => line.as === 'head')) paragraphs.push(t(locale, 'nudge-head-intro'));
  for (const group of message.groups) {
    const due = sayDue(locale, group);
    const sentences = group.lines.map((line) => sayLine(plans, locale, line));
    paragraphs.push(
      sentences.length === 1
        ? `${sentences[0]} ${due}`
        : [due, ...sentences.map((sentence) => `• ${sentence}`)].join('\n'),
    );
  }
  for (const line of message.fostering) paragraphs.push(saySteps(locale, line));
  if (message.more > 0) paragraphs.push(t(locale, 'nudge-more', { count: message.more }));
  return paragraphs.join('\n');
}

/**
 * Returns the label of a nudge's button; with its plan's code where the buttons of `message` are of
 * several plans.
 */
export function sayNudgeButton(
  plans: NudgePlans,
  locale: Locale,
  button: NudgeButton,
  { buttons }: Pick<NudgeMessage, 'buttons'>,
): string {
  const named = new Set(buttons.flatMap((one) => ('planId' in one ? [one.planId] : []))).size > 1;
  const mark = (label: string, planId: number) => (named ? `${label} (${plans.find(planId).code})` : label);
  switch (button.action) {
    case 'register':
      return mark(t(locale, 'nudge-button-register'), button.planId);
    case 'foster':
      return t(locale, 'nudge-button-foster');
    case 'dues':
      return t(locale, 'do-hannop');
    case 'snooze':
      return t(locale, 'nudge-button-snooze');
    case 'acknowledge':
      return t(locale, 'nudge-button-acknowledge');
    case 'file': {
      const duty = nameDuty(plans.find(button.planId), locale, button, 'button');
      return mark(t(locale, 'nudge-button-file', { duty }), button.planId);
    }
  }
}

/** `Hạn chót 24/8/2021, còn 3 ngày.` */
function sayDue(locale: Locale, group: { lastDay: string; daysLeft: number }): string {
  const day = formatDate(group.lastDay);
  if (group.daysLeft < 0) return t(locale, 'nudge-due-past', { day, days: -group.daysLeft });
  if (group.daysLeft === 0) return t(locale, 'nudge-due-today', { day });
  return t(locale, 'nudge-due-left', { day, days: group.daysLeft });
}

/** `Xã Glar còn thiếu 4 điển hình (đã có 6/10–15) và chưa nộp kế hoạch triển khai.` */
function sayLine(plans: NudgePlans, locale: Locale, line: NudgeLine): string {
  const plan = plans.find(line.planId);
  const clauses: string[] = [];
  if (line.lacks) {
    const { missing, counted, quota } = line.lacks;
    clauses.push(
      quota.max === null
        ? t(locale, 'nudge-lacks-open', { missing, counted, min: quota.min })
        : t(locale, 'nudge-lacks', { missing, counted, quota: formatQuota(quota) }),
    );
  }
  const named = (files: NudgeLine['files']) =>
    list(
      locale,
      files.map((file) => escapeHtml(nameDuty(plan, locale, file, 'inside'))),
    );
  const missing = line.files.filter(({ returned }) => !returned);
  if (missing.length > 0) clauses.push(t(locale, 'nudge-not-filed', { duties: named(missing) }));
  const returned = line.files.filter((file) => file.returned);
  if (returned.length > 0) clauses.push(t(locale, 'nudge-returned', { duties: named(returned) }));
  const what = list(locale, clauses);
  const args = {
    unit: escapeHtml(line.unit),
    what: plans.several ? t(locale, 'nudge-of-plan', { what, plan: escapeHtml(plan.code) }) : what,
  };
  if (line.as === 'liaison') return t(locale, 'nudge-line', args);
  if (line.liaisons.length === 0) return t(locale, 'nudge-line-head-no-liaison', args);
  return t(locale, 'nudge-line-head', { ...args, liaisons: escapeHtml(line.liaisons.join(', ')) });
}

/** `Xã Glar có 2 việc bồi dưỡng quá hạn:`, and a line for each step. */
function saySteps(locale: Locale, { unit, as, liaisons, steps, more }: StepsLine): string {
  const args = { unit, n: steps.length + more, liaisons: liaisons.join(', ') };
  const head =
    as === 'liaison'
      ? 'nudge-steps'
      : liaisons.length > 0
        ? 'nudge-steps-head'
        : 'nudge-steps-head-no-liaison';
  return [
    formatHtml(locale, head, args),
    ...steps.map(({ what, who, dueOn, days }) => {
      const shown = { what: shorten(what, 120), who: shorten(who, 60), day: formatDate(dueOn), days };
      return `• ${formatHtml(locale, 'nudge-step', shown)}`;
    }),
    ...(more > 0 ? [t(locale, 'nudge-steps-more', { n: more })] : []),
  ].join('\n');
}

function list(locale: Locale, parts: string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}
