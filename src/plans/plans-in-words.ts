import type { LoadedPlan } from '../plan/plan.ts';

/** The words with which people begin the name of a plan: "theo kế hoạch số". */
const before = '(?:(?:theo|của|cua|trong|under) )?(?:kế hoạch|ke hoach|kh|plan) ?(?:số |so |no\\.? )?';

/**
 * Takes plans out of a request by their codes or their numbers: "tổng hợp kế hoạch 101 năm 2021",
 * "tiến độ 12/KH-UBND". Several plans may have one number. `rest` are the other words.
 */
export function takePlansInWords<P extends Pick<LoadedPlan, 'code'>>(
  typed: string,
  plans: P[],
): { named: P[]; rest: string } {
  const line = typed.normalize('NFC');
  const named = plans.filter(({ code }) => patternOf(code).test(line));
  return { named, rest: named.reduce((text, { code }) => text.replace(patternOf(code), ' '), line).trim() };
}

function patternOf(code: string): RegExp {
  const whole = code
    .normalize('NFC')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s*([/-])\s*/g, ' ?$1 ?')
    .replaceAll('Đ', '[đd]');
  const number = /^\d+/.exec(code)?.[0];
  const alone = number === undefined ? '' : `|${before}${number}(?! ?[/-])`;
  return new RegExp(`(?<![\\p{L}\\p{N}/-])(?:(?:${before})?${whole}${alone})(?![\\p{L}\\p{N}])`, 'iu');
}
