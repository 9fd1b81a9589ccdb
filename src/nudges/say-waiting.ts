import { findDutyKind } from '../duties/kinds/index.ts';
import { nameDuty } from '../duties/say.ts';
import { formatHtml, type Locale, t } from '../i18n.ts';
import { oneOff } from '../plan/occurrence.ts';
import type { Plan } from '../plan/plan.ts';
import type { OverdueDuty, WaitingNow } from './waiting.ts';

/**
 * Writes the waiting work in one line (parse_mode HTML): `3 hồ sơ chờ duyệt, 2 văn bản; 52 đơn vị
 * quá hạn đăng ký.` Undefined when nothing waits. It counts the present state and calls nothing
 * new: new items were announced when they came.
 */
export function sayWaiting(plan: Plan, locale: Locale, waiting: WaitingNow): string | undefined {
  const { exemplars, documents, help } = waiting;
  const queue = [
    ...(exemplars > 0 ? [t(locale, 'waiting-exemplars', { n: exemplars })] : []),
    ...(documents > 0
      ? [t(locale, exemplars > 0 ? 'waiting-documents-too' : 'waiting-documents', { n: documents })]
      : []),
    ...(help > 0 ? [t(locale, 'waiting-help', { n: help })] : []),
  ];
  const { steps } = waiting;
  const overdue = [
    ...waiting.overdue.filter(({ units }) => units > 0).map((one) => sayOverdue(plan, locale, one)),
    ...(steps.steps > 0 ? [t(locale, 'waiting-steps', { n: steps.steps, units: steps.units })] : []),
  ];
  const parts = [queue, overdue].filter((part) => part.length > 0).map((part) => part.join(', '));
  return parts.length === 0 ? undefined : formatHtml(locale, 'waiting-line', { what: parts.join('; ') });
}

function sayOverdue(plan: Plan, locale: Locale, { duty, units, own }: OverdueDuty): string {
  const args = { n: units, others: own > 0 ? 'yes' : 'no' } as const;
  const name = nameDuty(plan, locale, { duty, occurrence: oneOff }, 'inside');
  return (
    findDutyKind(plan, duty)?.sayOverdue?.(locale, args) ??
    t(locale, 'waiting-overdue', { ...args, duty: name })
  );
}
