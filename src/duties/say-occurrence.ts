import { type Locale, t } from '../i18n.ts';
import { type Occurrence, periodOf } from '../plan/occurrence.ts';
import { toRomanNumeral } from '../text/roman.ts';

/**
 * Says which time of a duty it is, after the duty's name: `2021`, `6 tháng đầu năm 2021`,
 * `quý III/2021`, `tháng 8/2021`. Empty for a duty that is due once.
 */
export function sayOccurrence(locale: Locale, occurrence: Occurrence): string {
  const period = periodOf(occurrence);
  if (!period) return '';
  const year = String(period.year);
  switch (period.length) {
    case 'year':
      return year;
    case 'half':
      return t(locale, 'occurrence-half', { half: period.n === 1 ? 'first' : 'second', year });
    case 'quarter':
      return t(locale, 'occurrence-quarter', { numeral: toRomanNumeral(period.n), year });
    case 'month':
      return t(locale, 'occurrence-month', { month: nameMonth(locale, period.n), year });
  }
}

function nameMonth(locale: Locale, month: number): string {
  const day = new Date(Date.UTC(2021, month - 1, 1));
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(day);
}
