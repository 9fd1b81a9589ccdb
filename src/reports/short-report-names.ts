import { fold } from '../text/fold.ts';
import { searchName } from '../text/search-name.ts';
import type { Unit } from '../units/units.ts';

/** Short forms of the names of reports, folded: they stand first in a request. */
const shortNames: Record<string, string> = {
  ...{ th: 'tổng hợp', ds: 'danh sách', lv: 'lĩnh vực', td: 'tiến độ', kq: 'kết quả', cv: 'công văn' },
};
const first = /^\s*(?:(?:bc|b\/c|báo cáo|bao cao)\s+)?(?<short>\p{L}{2})(?=\s|$)/iu;

/**
 * Writes out the short name of a report with which a request begins: "th phòng lao động", "bc tđ
 * 2021". The text stays where a unit has these letters in its name: "TH Lê Lợi" is a school.
 */
export function writeOutReportName(typed: string, units: Unit[]): string {
  const found = first.exec(typed);
  const short = fold(found?.groups?.short ?? '');
  const name = shortNames[short];
  if (!found || name === undefined || units.some((unit) => hasWord(unit, short))) return typed;
  return name + typed.slice(found[0].length);
}

function hasWord({ code, name, short }: Unit, word: string): boolean {
  const written = searchName(word);
  return [code, name, short].some(
    (one) => fold(one).split(' ').includes(word) || searchName(one).startsWith(`${written} `),
  );
}
