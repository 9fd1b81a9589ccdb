import { type Locale, t } from '../i18n.ts';
import type { Quota } from '../plan/plan.ts';
import { formatQuota } from '../plan/quota.ts';

/** Says a quota within a sentence: `10–15`, `5`, or `ít nhất 1` without a maximum. */
export function sayQuota(locale: Locale, quota: Quota): string {
  return quota.max === null ? t(locale, 'quota-least', { min: quota.min }) : formatQuota(quota);
}

/** Says a count with its quota: `3/10–15`, or `đã có 1, cần ít nhất 1` without a maximum. */
export function sayCountOf(locale: Locale, counted: number, quota: Quota): string {
  return quota.max === null
    ? t(locale, 'quota-least-counted', { counted, min: quota.min })
    : `${counted}/${formatQuota(quota)}`;
}
