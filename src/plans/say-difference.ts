import { type Locale, t } from '../i18n.ts';
import { formatDate, isDate } from '../plan/calendar.ts';
import { shorten } from '../text/shorten.ts';
import type { Difference } from './compare-plans.ts';

/** Says one difference between two versions of a plan, in one line of plain text. */
export function sayDifference(locale: Locale, { what, part, name, before, after }: Difference): string {
  const args = {
    part: t(locale, `plan-part-${part}`),
    name: shorten(name[locale], 80),
    before: shorten(sayValue(locale, before), 120),
    after: shorten(sayValue(locale, after), 120),
    named: name.vi === '' ? 'no' : 'yes',
  };
  return t(locale, `plan-difference-${what}`, args);
}

function sayValue(locale: Locale, value: string): string {
  if (value === '') return t(locale, 'plan-difference-none');
  return isDate(value) ? formatDate(value) : value;
}
