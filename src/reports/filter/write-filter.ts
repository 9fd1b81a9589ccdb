import type { Plan } from '../../plan/plan.ts';
import {
  keyOfCategory,
  listFilterItems,
  noFilter,
  type ReportFilter,
  readFilterItems,
  reportStates,
} from './report-filter.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/**
 * Writes a filter for a button, which has room for few signs. It is a number with a bit for each
 * state, kind, category and duty of the plan, behind a sign that changes when those of the plan do.
 */
export function writeReportFilter(plan: Plan, filter: ReportFilter): string {
  const chosen = new Set(listFilterItems(filter));
  let bits = 0n;
  for (const [i, item] of itemsOf(plan).entries()) if (chosen.has(item)) bits |= 1n << BigInt(i);
  let written = '';
  for (let left = bits; left > 0n; left >>= 6n) written = `${digits[Number(left & 63n)]}${written}`;
  return `${signOf(plan)}${written}`;
}

/** Reads a filter of a button; undefined where it is damaged, or the plan's lists have changed. */
export function readReportFilter(plan: Plan, text: string): ReportFilter | undefined {
  if (!/^[\w-]{2,24}$/.test(text) || text[0] !== signOf(plan)) return undefined;
  let bits = 0n;
  for (const digit of text.slice(1)) bits = (bits << 6n) | BigInt(digits.indexOf(digit));
  const items = itemsOf(plan);
  if (bits >> BigInt(items.length) > 0n) return undefined;
  const { states, duties, ...chosen } = readFilterItems(items.filter((_, i) => (bits >> BigInt(i)) & 1n));
  return {
    states,
    duties: plan.duties.map(({ code }) => code).filter((code) => duties.includes(code)),
    kinds: plan.unitKinds.map(({ code }) => code).filter((code) => chosen.kinds.includes(code)),
    categories: plan.categories.map(keyOfCategory).filter((key) => chosen.categories.includes(key)),
  };
}

/** In an order of their own: a plan file may list them otherwise one day. */
function itemsOf(plan: Plan): string[] {
  const kinds = plan.unitKinds.map(({ code }) => code);
  const categories = plan.categories.map(keyOfCategory);
  return [
    ...reportStates.map((state) => `state.${state}`),
    ...listFilterItems({ ...noFilter, kinds, categories }),
    ...listFilterItems({ ...noFilter, duties: plan.duties.map(({ code }) => code) }),
  ];
}

/** One sign for the values of a plan. */
function signOf(plan: Plan): string {
  let sum = 0;
  for (const letter of itemsOf(plan).join(' ')) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return digits[sum % 64] ?? '';
}
