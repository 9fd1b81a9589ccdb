import { wholeWords } from './patterns.ts';
import { SaidLine } from './said-line.ts';

const lastYear = wholeWords(
  '(?:co |va )?(?:so (?:sanh )?(?:voi )?(?:cung ky(?: (?:cua )?nam (?:truoc|ngoai))?|nam (?:truoc|ngoai))|cung ky nam (?:truoc|ngoai))',
);
const years = wholeWords('so sanh(?: giua)?|so voi');

/**
 * Takes words of comparison out: "so với cùng kỳ năm trước". `kept` returns them where a report
 * does not compare. Two years to compare stay, so that the person chooses one.
 */
export function withoutComparison(typed: string): {
  rest: string;
  kept(compares: boolean | undefined): string[];
} {
  const line = new SaidLine(typed);
  const compared = line.take(lastYear);
  if (!compared && (line.rest.match(/(?<!\d)\d{4}(?!\d)/g) ?? []).length > 1) {
    line.take(years);
    line.take(years);
  }
  return { rest: line.rest, kept: (compares) => (compared && !compares ? [compared.said] : []) };
}
