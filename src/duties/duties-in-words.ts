import type { Plan } from '../plan/plan.ts';
import { fold } from '../text/fold.ts';

/**
 * Lists the duties of the plan that a sentence about duties names, by their full or short names:
 * "lùi hạn báo cáo năm", "nhắc nộp kế hoạch triển khai". A longer name that has a shorter one in it
 * counts alone.
 */
export function listDutiesInWords({ duties }: Plan, typed: string): string[] {
  const said = ` ${fold(typed).replace(/[^a-z0-9]+/g, ' ')} `;
  const found = duties.flatMap(({ code, name, short }) => {
    const names = [name.vi, name.en, short?.vi, short?.en].flatMap((one) => (one ? [fold(one)] : []));
    const longest = [...names, ...names.flatMap(beginningOf)]
      .filter((one) => said.includes(` ${one} `))
      .sort((a, b) => b.length - a.length)[0];
    return longest === undefined ? [] : [{ code, words: longest }];
  });
  return found
    .filter(({ words }) => !found.some((other) => other.words !== words && other.words.includes(words)))
    .map(({ code }) => code);
}

/** "Đăng ký điển hình tiên tiến" is called "đăng ký": two words, unless many duties begin so. */
function beginningOf(name: string): string[] {
  const words = name.split(' ');
  const first = words.slice(0, 2).join(' ');
  return words.length > 2 && !/^(?:bao cao|de nghi|gioi thieu)$/.test(first) ? [first] : [];
}
