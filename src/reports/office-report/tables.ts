import type { LoadedPlan } from '../../plan/plan.ts';
import { capitalise } from '../../text/letters.ts';
import { toRomanNumeral } from '../../text/roman.ts';
import type { UnitLine } from '../by-unit-columns.ts';
import type { DocumentPart, DocumentRow } from '../document/document.ts';
import { nameKind } from '../kind-groups.ts';
import { timelinessWords } from '../timeliness.ts';
import { resultWords } from '../unit-report/words.ts';
import type { EvaluatedYear } from './figures.ts';

const numbers = ['counted', 'approved', 'collective', 'individual'] as const;

function totalOf(lines: UnitLine[]): string[] {
  const sum = (of: (line: UnitLine) => number) => String(lines.reduce((total, line) => total + of(line), 0));
  return [
    sum(({ min }) => min),
    ...numbers.map((key) => sum((line) => line[key])),
    sum(({ missing }) => missing),
  ];
}

/** Composes the table of the kinds of units with their registrations. */
export function composeKindTable(plan: LoadedPlan, lines: UnitLine[]): DocumentPart {
  const number = (heading: string, mark: string, share = 11) =>
    ({ heading, mark, share, align: 'center' }) as const;
  const kinds = [...Map.groupBy(lines, ({ kind }) => kind)];
  return {
    part: 'table',
    emptyText: 'Không có đơn vị nào.',
    columns: [
      number('TT', 'A', 7),
      { heading: 'Nhóm đơn vị', mark: 'B', share: 30, align: 'left' },
      number('Đơn vị', '1'),
      number('Chỉ tiêu tối thiểu', '2'),
      number('Đã đăng ký', '3'),
      number('Đã duyệt', '4'),
      number(plan.subjects.collective.name.vi, '5'),
      number(plan.subjects.individual.name.vi, '6'),
      number('Còn thiếu', '7'),
    ],
    rows: [
      ...kinds.map(
        ([kind, units], index): DocumentRow => ({
          row: 'line',
          cells: [
            String(index + 1),
            capitalise(nameKind(plan, kind)),
            String(units.length),
            ...totalOf(units),
          ],
        }),
      ),
      ...(kinds.length > 0
        ? [{ row: 'total', cells: ['', 'Tổng cộng', String(lines.length), ...totalOf(lines)] } as const]
        : []),
    ],
  };
}

/** Composes the table of all units, grouped by kind, as *Tổng hợp theo đơn vị* has them. */
export function composeAppendix(plan: LoadedPlan, lines: UnitLine[]): DocumentPart {
  const number = (heading: string, mark: string) => ({ heading, mark, share: 14, align: 'center' }) as const;
  const kinds = [...Map.groupBy(lines, ({ kind }) => kind)];
  return {
    part: 'table',
    emptyText: 'Không có đơn vị nào.',
    columns: [
      { heading: 'TT', mark: 'A', share: 9, align: 'center' },
      { heading: 'Đơn vị', mark: 'B', share: 60, align: 'left' },
      number('Chỉ tiêu tối thiểu', '1'),
      number('Đã đăng ký', '2'),
      number('Đã duyệt', '3'),
      number(plan.subjects.collective.name.vi, '4'),
      number(plan.subjects.individual.name.vi, '5'),
      number('Còn thiếu', '6'),
      { heading: 'So với hạn', mark: '7', share: 26, align: 'left' },
    ],
    rows: [
      ...kinds.flatMap(([kind, units], index): DocumentRow[] => {
        const name = nameKind(plan, kind);
        return [
          { row: 'group', mark: toRomanNumeral(index + 1), label: capitalise(name) },
          ...units.map(
            (line): DocumentRow => ({
              row: 'line',
              cells: [
                String(line.number),
                line.name,
                ...totalOf([line]),
                line.timeliness ? timelinessWords[line.timeliness] : '',
              ],
            }),
          ),
          { row: 'total', cells: ['', `Cộng ${name}`, ...totalOf(units), ''] },
        ];
      }),
      ...(kinds.length > 0
        ? [{ row: 'total', cells: ['', 'Tổng cộng', ...totalOf(lines), ''] } as const]
        : []),
    ],
  };
}

/** Composes the table of the years with their evaluations, for a report of several. */
export function composeYearTable(years: EvaluatedYear[]): DocumentPart {
  const number = (heading: string, mark: string) => ({ heading, mark, share: 14, align: 'center' }) as const;
  const results = ['kept', 'spread', 'declined', 'stopped'] as const;
  const sum = (of: (year: EvaluatedYear) => number) =>
    String(years.reduce((total, year) => total + of(year), 0));
  return {
    part: 'table',
    emptyText: 'Chưa có đánh giá.',
    columns: [
      { heading: 'Năm', mark: 'A', share: 12, align: 'center' },
      number('Đã duyệt', '1'),
      number('Được đánh giá', '2'),
      ...results.map((result, i) => number(capitalise(resultWords[result]), String(i + 3))),
    ],
    rows: [
      ...years.map(
        (one): DocumentRow => ({
          row: 'line',
          cells: [one.year, one.approved, one.evaluated, ...results.map((key) => one.results[key])].map(
            String,
          ),
        }),
      ),
      {
        row: 'total',
        cells: [
          // Each year has the approved ones of the years before too: they have no sum.
          ...['Cộng', '', sum((one) => one.evaluated)],
          ...results.map((key) => sum((one) => one.results[key])),
        ],
      },
    ],
  };
}
