import { formatDate, formatLongDate, formatOfficialDate, localDate } from '../../plan/calendar.ts';
import { listLegalGrounds } from '../../plan/legal-grounds.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { abbreviateBody } from '../../text/initials.ts';
import { capitalise, decapitalise } from '../../text/letters.ts';
import { toRomanNumeral } from '../../text/roman.ts';
import type { UnitLine } from '../by-unit-columns.ts';
import type { DocumentPart, DocumentRow, OfficialDocument } from '../document/document.ts';
import { nameKind } from '../kind-groups.ts';
import { describePlan } from '../make-file.ts';
import { timelinessWords } from '../timeliness.ts';
import type { OfficeFigures } from './read-figures.ts';
import { takeSentences, writeChange, writePercent } from './sentences.ts';

/** So many late units stand by name in the text. */
const mostLateNamed = 15;

/** Composes the office's report of a year to the body above it (Plan 101, V.3). */
export function composeOfficeReport(
  plan: LoadedPlan,
  figures: OfficeFigures,
  { author, made }: { author: string; made: Date },
): OfficialDocument {
  const { bodies } = plan;
  const today = localDate(made, plan.zone);
  const subject = `Kết quả xây dựng và nhân rộng điển hình tiên tiến năm ${figures.year}`;
  const sign = `BC-${abbreviateBody(bodies.issuer)}`;
  return {
    title: `Báo cáo ${decapitalise(subject)}`,
    author,
    made,
    sections: [
      {
        orientation: 'portrait',
        parts: [
          {
            part: 'head',
            superior: bodies.superior,
            issuer: bodies.issuer,
            number: `Số:         /${sign}`,
            placeAndDate: formatOfficialDate(plan.place, today),
          },
          { part: 'title', name: 'Báo cáo', subject },
          { part: 'addressees', bodies: [bodies.committee.vi] },
          {
            part: 'grounds',
            lines: [
              ...listLegalGrounds(plan, today).map((text) => `Căn cứ ${text};`),
              `Căn cứ ${describePlan(plan)} về ${decapitalise(plan.title.vi)};`,
            ],
          },
          {
            part: 'text',
            text: `${bodies.office.vi} báo cáo kết quả thực hiện năm ${figures.year} (số liệu đến ngày ${formatDate(today)}) như sau:`,
          },
          ...composeBody(plan, figures),
          {
            part: 'text',
            text: `Trên đây là báo cáo kết quả xây dựng và nhân rộng điển hình tiên tiến năm ${figures.year}, ${bodies.office.vi} kính báo cáo./.`,
          },
          {
            part: 'closing',
            left: { recipients: ['Như trên', ...bodies.recipients] },
            right: { title: bodies.signerTitle, name: bodies.signerName },
          },
        ],
      },
      {
        orientation: 'landscape',
        parts: [
          {
            part: 'title',
            name: 'Phụ lục',
            subject: `Kết quả đăng ký theo đơn vị đến năm ${figures.year}`,
            notes: [`(Kèm theo Báo cáo số         /${sign} ${formatLongDate(today)} của ${bodies.issuer})`],
          },
          composeAppendix(plan, figures.lines),
        ],
      },
    ],
  };
}

function composeBody(plan: LoadedPlan, figures: OfficeFigures): DocumentPart[] {
  const { year, lines, categories, documents, late, best } = figures;
  const sum = (of: (line: UnitLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const counted = sum((line) => line.counted);
  const wanted = sum((line) => line.min);
  const met = lines.filter(({ active, missing }) => active && missing === 0).length;
  const asked = lines.filter(({ active }) => active).length;
  const heading = (level: 1 | 2, text: string): DocumentPart => ({ part: 'heading', level, text });
  const text = (words: string): DocumentPart => ({ part: 'text', text: words });
  const room = (count: number): DocumentPart => ({ part: 'room', lines: count });
  const compared =
    figures.countedBefore === undefined
      ? ''
      : ` So với cuối năm ${year - 1} (${figures.countedBefore} điển hình) ${writeChange(counted, figures.countedBefore)}.`;
  const names = late.slice(0, mostLateNamed).map(({ name }) => name);
  const more = late.length - names.length;
  return [
    heading(1, 'I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO'),
    ...documents.map(({ name, units, done, late, due }) =>
      text(
        `${name}${due ? ` (hạn ${due})` : ''}: ${done}/${units} đơn vị đã gửi${late > 0 ? `, trong đó ${late} đơn vị gửi chậm` : ''}; còn ${units - done} đơn vị chưa gửi.`,
      ),
    ),
    text('Văn bản chỉ đạo, hội nghị triển khai:'),
    room(3),
    heading(1, 'II. KẾT QUẢ THỰC HIỆN'),
    heading(2, '1. Phát hiện, lựa chọn, đăng ký'),
    text(
      `Tính từ đầu kế hoạch đến năm ${year}, các đơn vị đăng ký ${counted} điển hình, bằng ${writePercent(counted, wanted)} chỉ tiêu tối thiểu (${wanted}); đã duyệt ${sum((line) => line.approved)}. Có ${sum((line) => line.collective)} tập thể, ${sum((line) => line.individual)} cá nhân; lao động trực tiếp ${figures.directLabour}, ở vùng khó khăn ${figures.difficultArea}. Riêng năm ${year} đăng ký ${sum((line) => line.countedThisYear)} điển hình.${compared} Số đơn vị đủ chỉ tiêu tối thiểu: ${met}/${asked}.`,
    ),
    composeKindTable(plan, lines),
    text(
      `Theo lĩnh vực: ${categories.map(({ category, count }) => `${category} ${count} (${writePercent(count, counted)})`).join('; ')}.`,
    ),
    heading(2, '2. Bồi dưỡng, xây dựng'),
    room(3),
    heading(2, '3. Tuyên truyền, nhân rộng'),
    room(3),
    heading(2, '4. Đánh giá, biểu dương, khen thưởng'),
    room(3),
    heading(2, '5. Điển hình tiêu biểu'),
    ...(best.length > 0
      ? best.map(({ name, unit, summary }) => text(`- ${name} (${unit}): ${takeSentences(summary, 2)}`))
      : [room(3)]),
    heading(1, 'III. ĐÁNH GIÁ CHUNG'),
    heading(2, '1. Ưu điểm'),
    room(3),
    heading(2, '2. Hạn chế, nguyên nhân'),
    text(
      late.length === 0
        ? 'Không đơn vị nào còn việc quá hạn.'
        : `Còn ${late.length} đơn vị chưa hoàn thành việc đã quá hạn: ${names.join(', ')}${more > 0 ? ` và ${more} đơn vị khác (phụ lục)` : ''}.`,
    ),
    room(2),
    heading(1, 'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ'),
    room(4),
    heading(1, 'V. KIẾN NGHỊ, ĐỀ XUẤT'),
    room(3),
  ];
}

const numbers = ['counted', 'approved', 'collective', 'individual'] as const;

function totalOf(lines: UnitLine[]): string[] {
  const sum = (of: (line: UnitLine) => number) => String(lines.reduce((total, line) => total + of(line), 0));
  return [
    sum(({ min }) => min),
    ...numbers.map((key) => sum((line) => line[key])),
    sum(({ missing }) => missing),
  ];
}

function composeKindTable(plan: LoadedPlan, lines: UnitLine[]): DocumentPart {
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
      number('Tập thể', '5'),
      number('Cá nhân', '6'),
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

function composeAppendix(plan: LoadedPlan, lines: UnitLine[]): DocumentPart {
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
      number('Tập thể', '4'),
      number('Cá nhân', '5'),
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
