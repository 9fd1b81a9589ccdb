import type { LoadedPlan } from '../../plan/plan.ts';
import { Subject } from '../../store/generated/enums.ts';
import type { DocumentPart } from '../document/document.ts';
import { buildHeading, buildRoom, buildText } from '../document/parts.ts';
import { sayReportPeriod } from '../report-period.ts';
import { listActivityCounts } from '../unit-report/words.ts';
import type { OfficeFigures } from './figures.ts';
import {
  sayBest,
  sayCompared,
  sayDecisions,
  sayEvaluated,
  sayFosteringSteps,
  sayProposals,
  sayRegistrations,
  saySpread,
} from './say-results.ts';
import { writePercent } from './sentences.ts';
import { composeKindTable, composeYearTable } from './tables.ts';

/** Composes *II. Kết quả thực hiện*: five sections, from the data alone (Plan 101, II, III, IV). */
export function composeResults(plan: LoadedPlan, figures: OfficeFigures): DocumentPart[] {
  const { lines, evaluations, best, activities, neverPublicised } = figures;
  const said = sayReportPeriod(plan, figures.period);
  const told = listActivityCounts(activities);
  return [
    buildHeading(1, 'II. KẾT QUẢ THỰC HIỆN'),
    buildHeading(2, '1. Phát hiện, lựa chọn, đăng ký'),
    ...sayRegistrations(plan, figures).map((text) => buildText(text)),
    ...sayCompared(plan, figures).map((text) => buildText(text)),
    composeKindTable(plan, lines),
    ...sayCategories(plan, figures).map((text) => buildText(text)),
    buildHeading(2, '2. Bồi dưỡng, xây dựng'),
    ...sayFosteringSteps(plan, figures).map((text) => buildText(text)),
    buildHeading(2, '3. Tuyên truyền, nhân rộng'),
    buildText(
      told ? `Hoạt động trong ${said}: ${told}.` : `Trong ${said} chưa ghi hoạt động nào với điển hình.`,
      neverPublicised > 0 ? `Còn ${neverPublicised} điển hình đã duyệt chưa được tuyên truyền lần nào.` : '',
    ),
    ...saySpread(figures).map((text) => buildText(text)),
    buildHeading(2, '4. Đánh giá, biểu dương, khen thưởng'),
    ...sayEvaluated(plan, figures).map((text) => buildText(text)),
    ...(evaluations.length > 1 ? [composeYearTable(evaluations)] : []),
    buildText(sayProposals(plan, figures)),
    ...sayDecisions(figures).map((text) => buildText(text)),
    buildHeading(2, '5. Điển hình tiêu biểu'),
    ...(best.length > 0 ? best.map((one) => buildText(sayBest(one))) : [buildRoom(3)]),
  ];
}

/** A sentence a subject, with its categories; those without any exemplar come last. */
function sayCategories(plan: LoadedPlan, { categories }: OfficeFigures): string[] {
  const all = categories.reduce((sum, { count }) => sum + count, 0);
  const used = Object.values(Subject).flatMap((subject) => {
    const found = categories.filter((one) => one.subject === subject && one.count > 0);
    if (found.length === 0) return [];
    const counts = found.map(({ name, count }) => `${name} ${count} (${writePercent(count, all)})`);
    return [`Lĩnh vực của ${plan.subjects[subject].name.vi.toLocaleLowerCase('vi')}: ${counts.join('; ')}.`];
  });
  const none = categories.filter(({ count }) => count === 0).map(({ name }) => name);
  if (used.length === 0) return ['Chưa lĩnh vực nào có điển hình.'];
  return none.length > 0 ? [...used, `Lĩnh vực chưa có điển hình: ${none.join('; ')}.`] : used;
}
