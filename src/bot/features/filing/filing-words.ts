import { findDutyKind } from '../../../duties/kinds/index.ts';
import { listOwedDuties, type OwedDuty } from '../../../duties/owed.ts';
import { localDate, yearOf } from '../../../plan/calendar.ts';
import type { Plan } from '../../../plan/plan.ts';
import { withoutCourtesy } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { yearsInWords } from '../../../text/years-in-words.ts';

/**
 * Finds the one document that words behind /nopvanban mean: "2021" the year's report, "kế hoạch
 * triển khai" the plan of the unit. Undefined when they mean none, or several.
 */
export function dutyInWords(plan: Plan, now: Date, typed: string): OwedDuty | undefined {
  const { years, rest } = yearsInWords(withoutCourtesy(typed), yearOf(localDate(now, plan.zone)));
  const words = fold(rest.join(' ')).split(' ').filter(Boolean);
  if (years.length > 1 || (years.length === 0 && words.length === 0)) return undefined;
  const fit = listOwedDuties(plan, now).filter(({ duty, occurrence }) => {
    const name = plan.duties.find(({ code }) => code === duty)?.name;
    const named = [name?.vi, name?.en].some((one) => {
      const own = fold(one ?? '').split(' ');
      return words.every((word) => own.includes(word));
    });
    return (
      findDutyKind(plan, duty)?.byDocument && named && (years.length === 0 || occurrence === String(years[0]))
    );
  });
  const needed = fit.filter(({ duty }) => !findDutyKind(plan, duty)?.optional);
  const [only, ...more] = needed.length > 0 ? needed : fit;
  return more.length === 0 ? only : undefined;
}
