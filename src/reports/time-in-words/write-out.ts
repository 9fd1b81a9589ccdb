import type { SaidLine } from './said-line.ts';

/** Short forms of times, and the words they stand for, made of the pattern's parts. */
const shortForms: [pattern: RegExp, words: (groups: (string | undefined)[]) => string][] = [
  // 2021-09-15
  [/(?<![\d/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-])/u, ([y, m, d]) => `${d}/${m}/${y}`],
  // 15 - 9 - 2021
  [
    /(?<![\d/.-])(\d{1,2})(?: ?([/.-]) | ([/.-]) ?)(\d{1,2}) ?(?:\2|\3) ?(\d{4}|\d{2})(?![\d/.-])/u,
    ([d, , , m, y]) => `${d}/${m}/${y}`,
  ],
  // mùng 5 tháng 9, mồng 2/9
  [/(?<![\p{L}\p{N}])(?:ngay )?m[uo]ng (?=\d{1,2}(?![\p{L}\p{N}]))/u, () => 'ngày'],
  // 6T đầu năm, 9th 2021
  [/(?<![\p{L}\p{N}/.-])0?(\d{1,2}) ?t(?:h|hg)?\.?(?= ?(?:dau|cuoi|nam|\d{4}|\/))/u, ([n]) => `${n} tháng`],
  // T9/2021, Th.9
  [/(?<![\p{L}\p{N}])t(?:h|hg)?\.? ?(1[0-2]|0?[1-9])(?![\p{L}\p{N}.])/u, ([n]) => `tháng ${n}`],
  // QIII/2021, Q.3; "q3" is English too
  [/(?<![\p{L}\p{N}])q\.? ?(iv|i{1,3}|[1-4])(?![\p{L}\p{N}])/u, ([n = '']) => `quý ${n.toUpperCase()}`],
  [/(?<![\p{L}\p{N}])qui(?= (?:\d|iv|i{1,3}|mot|hai|ba|tu|bon|nay|truoc|vua))/u, () => 'quý'],
  [/(?<![\p{L}\p{N}])gd(?= ?\d{4} ?[-–] ?\d{4})/u, () => 'giai đoạn'],
  // quý III/2021, tháng 9-2021, 6 tháng đầu/2021
  [/(?<=(?:thang|quy) (?:\d{1,2}|iv|i{1,3})) ?[/.-] ?(?=\d{4}(?!\d))/u, () => 'năm'],
  [/(?<=(?:dau|cuoi|nam|thang)) ?[/.-] ?(?=\d{4}(?!\d))/u, () => ''],
  // 09/2021
  [/(?<![\p{L}\p{N}/.-])(1[0-2]|0?[1-9])[/.](\d{4})(?![\p{L}\p{N}/.-])/u, ([m, y]) => `tháng ${m} năm ${y}`],
];
const mostTimes = 4;

/** Writes short forms of times out: "6T đầu năm", "T9/2021", "QIII/2021". */
export function writeOutTimes(line: SaidLine): void {
  for (const [pattern, words] of shortForms) {
    for (let times = 0; times < mostTimes; times++) {
      const found = line.find(pattern);
      if (!found) break;
      found.take(words(found.groups));
    }
  }
}
