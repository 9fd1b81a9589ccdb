import { type Locale, t } from '../../i18n.ts';
import type { Plan } from '../../plan/plan.ts';
import { Subject } from '../../store/generated/enums.ts';
import { type FilterPart, filterParts, keyOfCategory, type ReportFilter } from './report-filter.ts';

/** Names a value of a filter; one that the plan no longer has keeps its code. */
export function sayFilterValue(locale: Locale, plan: Plan, part: FilterPart, value: string): string {
  if (part === 'states') return t(locale, `report-state-${value}`);
  const named = {
    kinds: plan.unitKinds.find(({ code }) => code === value),
    duties: plan.duties.find(({ code }) => code === value),
    categories: plan.categories.find((category) => keyOfCategory(category) === value),
  }[part];
  return named?.name[locale] ?? value;
}

/** Names each part of a filter with its values: `Nhóm đơn vị: Xã, Thị trấn`. */
export function listFilterWords(locale: Locale, plan: Plan, filter: ReportFilter): string[] {
  return filterParts.flatMap((part) => {
    const values =
      part === 'categories'
        ? listCategories(locale, plan, filter.categories)
        : filter[part].map((one) => sayFilterValue(locale, plan, part, one));
    if (values.length === 0) return [];
    return [t(locale, 'report-filter-part', { part, values: [...new Set(values)].join(', ') })];
  });
}

/** Says a filter on one line; empty where it limits nothing. */
export function sayReportFilter(locale: Locale, plan: Plan, filter: ReportFilter | undefined): string {
  return filter ? listFilterWords(locale, plan, filter).join('; ') : '';
}

/** All categories of a subject are named by the subject. */
function listCategories(locale: Locale, plan: Plan, chosen: string[]): string[] {
  const whole = Object.values(Subject).filter((subject) => {
    const own = plan.categories.filter((one) => one.subject === subject).map(keyOfCategory);
    return own.length > 1 && own.every((key) => chosen.includes(key));
  });
  const rest = chosen.filter((key) => !whole.some((subject) => key.startsWith(`${subject}.`)));
  return [
    ...whole.map((subject) => plan.subjects[subject].name[locale]),
    ...rest.map((key) => sayFilterValue(locale, plan, 'categories', key)),
  ];
}
