import { type Locale, t } from '../i18n.ts';
import type { Quota } from '../plan/plan.ts';
import { formatQuota } from '../plan/quota.ts';

/**
 * Says a quota within a sentence: `10–15`, `5`; without a maximum `ít nhất 1`, or with the expected
 * number `ít nhất 1–2`.
 */
export function sayQuota(locale: Locale, quota: Quota): string {
  const { min, max, expected } = quota;
  if (max !== null) return formatQuota(quota);
  return expected !== null && expected > min
    ? t(locale, 'quota-expected', { min, expected })
    : t(locale, 'quota-least', { min });
}

/** Says a count with its quota: `3/10–15`, or `đã có 1, cần ít nhất 1` without a maximum. */
export function sayCountOf(locale: Locale, counted: number, quota: Quota): string {
  return quota.max === null
    ? t(locale, 'quota-least-counted', { counted, min: quota.min })
    : `${counted}/${formatQuota(quota)}`;
}
