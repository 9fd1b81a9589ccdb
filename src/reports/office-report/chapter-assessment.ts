import type { ReportText } from '../../evaluations/annual-report.ts';
import { formatDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { DocumentPart } from '../document/document.ts';
import { buildHeading, buildRoom, buildText } from '../document/parts.ts';
import { nameKind } from '../kind-groups.ts';
import type { OfficeFigures } from './figures.ts';
import { listNames } from './list-names.ts';
import { sumUpLines } from './read-registrations.ts';
import { writePercent } from './sentences.ts';
import { quoteUnits } from './unit-words.ts';

/** So many late units stand by name in the text. */
const mostLateNamed = 15;

/**
 * Composes III to V: strengths and limits from the data, then what units wrote. Causes,
 * directions and proposals of the office itself are for people to write.
 */
export function composeAssessment(plan: LoadedPlan, figures: OfficeFigures): DocumentPart[] {
  return [
    buildHeading(1, 'III. ĐÁNH GIÁ CHUNG'),
    buildHeading(2, '1. Ưu điểm'),
    ...sayStrengths(plan, figures).map((text) => buildText(text)),
    ...quote(figures, 'results', 'Các đơn vị nêu'),
    buildRoom(2),
    buildHeading(2, '2. Hạn chế, nguyên nhân'),
    ...sayLimits(figures).map((text) => buildText(text)),
    ...quote(figures, 'difficulties', 'Khó khăn, nguyên nhân do đơn vị nêu'),
    buildRoom(2),
    buildHeading(1, 'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ'),
    ...sayTasks(figures).map((text) => buildText(text)),
    ...quote(figures, 'directions', 'Phương hướng của các đơn vị'),
    buildRoom(3),
    buildHeading(1, 'V. KIẾN NGHỊ, ĐỀ XUẤT'),
    ...quote(figures, 'proposals', 'Kiến nghị, đề xuất của các đơn vị'),
    ...(figures.help.asked > 0
      ? [
          buildText(
            `Các đơn vị đã đề nghị giúp đỡ ${figures.help.asked} việc; đã giải quyết ${figures.help.closed}, còn ${figures.help.asked - figures.help.closed}.`,
          ),
        ]
      : []),
    buildRoom(3),
  ];
}

function quote({ words }: OfficeFigures, text: ReportText, heading: string): DocumentPart[] {
  const quotes = quoteUnits(words, text);
  if (!words || quotes.length === 0) return [];
  return [
    buildText(`${heading} (báo cáo năm ${words.year} của ${words.units.length} đơn vị):`),
    buildText(quotes.join('\n')),
  ];
}

function sayStrengths(plan: LoadedPlan, figures: OfficeFigures): string[] {
  const { lines, categories, evaluations } = figures;
  const { asked, met } = sumUpLines(lines);
  const whole = [...Map.groupBy(lines, ({ kind }) => kind)]
    .filter(([, units]) => units.some(({ min }) => min > 0) && units.every(({ missing }) => missing === 0))
    .map(([kind]) => nameKind(plan, kind));
  const used = categories.filter(({ count }) => count > 0).length;
  const evaluated = evaluations.reduce((sum, year) => sum + year.evaluated, 0);
  const lasting = evaluations.reduce((sum, { results }) => sum + results.kept + results.spread, 0);
  return [
    ...(met > 0 ? [`${met}/${asked} đơn vị đã đủ chỉ tiêu tối thiểu.`] : []),
    ...(whole.length > 0 ? [`Nhóm đơn vị đã đủ chỉ tiêu ở mọi đơn vị: ${whole.join('; ')}.`] : []),
    ...(used > 0 ? [`Điển hình có ở ${used}/${categories.length} lĩnh vực của kế hoạch.`] : []),
    ...(lasting > 0
      ? [
          `Trong ${evaluated} lượt đánh giá, ${lasting} (${writePercent(lasting, evaluated)}) duy trì tốt hoặc phát triển, nhân rộng.`,
        ]
      : []),
  ];
}

function sayLimits(figures: OfficeFigures): string[] {
  const { lines, late, tardy, fostering, evaluations, documents } = figures;
  const name = (names: string[]) => listNames(names, mostLateNamed, 'đơn vị khác (phụ lục)');
  const { missing } = sumUpLines(lines);
  const short = lines.filter((line) => line.active && line.missing > 0);
  const overdue = short.filter(({ timeliness }) => timeliness === 'overdue').map((line) => line.name);
  const lateDocuments = documents.filter((one) => one.late > 0);
  const steps = fostering.kinds.reduce((sum, kind) => sum + kind.overdue, 0);
  const weak = evaluations.reduce((sum, { results }) => sum + results.declined + results.stopped, 0);
  return [
    late.length === 0
      ? 'Không đơn vị nào còn việc quá hạn.'
      : `Còn ${late.length} đơn vị chưa hoàn thành việc đã quá hạn: ${name(late.map((unit) => unit.name))}.`,
    ...(short.length > 0
      ? [
          `${short.length} đơn vị còn thiếu ${missing} điển hình so với chỉ tiêu tối thiểu${overdue.length > 0 ? `; đã quá hạn mà chưa đủ ${overdue.length} đơn vị: ${name(overdue)}` : ''}.`,
        ]
      : []),
    ...(tardy.length > 0
      ? [`Nộp chậm danh sách đăng ký, nay đã đủ, ${tardy.length} đơn vị: ${name(tardy)}.`]
      : []),
    ...(lateDocuments.length > 0
      ? [`Gửi chậm văn bản: ${lateDocuments.map((one) => `${one.name} ${one.late} đơn vị`).join('; ')}.`]
      : []),
    ...(steps > 0 ? [`${steps} việc của kế hoạch bồi dưỡng quá hạn chưa làm.`] : []),
    ...(weak > 0 ? [`${weak} lượt điển hình được đánh giá giảm sút hoặc đã dừng.`] : []),
  ];
}

/** The office's tasks that follow from the figures. */
function sayTasks({ lines, late, fostering, neverPublicised, stateOn }: OfficeFigures): string[] {
  const { missing } = sumUpLines(lines);
  const steps = fostering.kinds.reduce((sum, kind) => sum + kind.overdue, 0);
  const tasks = [
    ...(late.length > 0 ? [`đôn đốc ${late.length} đơn vị hoàn thành việc đã quá hạn`] : []),
    ...(missing > 0
      ? [`phát hiện, lựa chọn, đăng ký thêm ít nhất ${missing} điển hình ở các đơn vị còn thiếu`]
      : []),
    ...(steps > 0 ? [`làm xong ${steps} việc bồi dưỡng quá hạn`] : []),
    ...(neverPublicised > 0 ? [`tuyên truyền ${neverPublicised} điển hình chưa được tuyên truyền`] : []),
  ];
  return tasks.length > 0 ? [`Từ số liệu đến ngày ${formatDate(stateOn)}, cần: ${tasks.join('; ')}.`] : [];
}
