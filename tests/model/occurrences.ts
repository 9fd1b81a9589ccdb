import type { DueRule } from '../../src/plan/plan.ts';
import { countDay, type Day, endOfMonth, readDay } from './days.ts';

/** One time of a duty. */
export interface Time {
  /** `2021`, `2021-H1`, `2021-Q3`, `2021-08`; empty for a one-off. */
  name: string;
  /** Units owe it from this day on; undefined: from the first day. */
  begins?: Day;
  /** The last day that the plan gives; undefined: none yet. */
  lastDay?: Day;
}

const lengths = { yearly: 12, halfYearly: 6, quarterly: 3, monthly: 1 };
const letters = { yearly: '', halfYearly: 'H', quarterly: 'Q', monthly: '' };

/** Lists the times of a rule of a plan. */
export function listTimes(rule: DueRule): Time[] {
  if (rule.rule === 'unset') return [{ name: '' }];
  if ('date' in rule) return [{ name: '', lastDay: readDay(rule.date) - (rule.rule === 'before' ? 1 : 0) }];
  const length = lengths[rule.rule];
  const times: Time[] = [];
  for (let start = firstMonth(rule.from, length); start <= firstMonth(rule.to, length); start += length) {
    const [year, month] = [Math.floor(start / 12), (start % 12) + 1];
    const dueMonth = month + (rule.rule === 'monthly' ? 0 : rule.month - 1) + (rule.following ? length : 0);
    const end = endOfMonth(year, dueMonth);
    const day = rule.day === 'last' ? end : Math.min(end, countDay(year, dueMonth, rule.day));
    times.push({
      name: nameOf(rule.rule, year, month, length),
      begins: countDay(year, month, 1),
      lastDay: rule.before ? day - 1 : day,
    });
  }
  return times;
}

/** The first month of `2021`, `2021-H2`, `2021-Q3` or `2021-08`, counted from the year 0. */
function firstMonth(name: string | number, length: number): number {
  const [year = '', part = '1'] = String(name).split('-');
  return Number(year) * 12 + (Number(part.replace(/^[HQ]/, '')) - 1) * length;
}

function nameOf(rule: keyof typeof lengths, year: number, month: number, length: number): string {
  if (rule === 'yearly') return String(year);
  if (rule === 'monthly') return `${year}-${String(month).padStart(2, '0')}`;
  return `${year}-${letters[rule]}${(month - 1) / length + 1}`;
}
