import { nameDuty } from '../../duties/say.ts';
import type { ReportText } from '../../evaluations/annual-report.ts';
import { formatDate } from '../../plan/calendar.ts';
import { oneOff } from '../../plan/occurrence.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { DocumentPart } from '../document/document.ts';
import { buildHeading, buildRoom, buildText } from '../document/parts.ts';
import { takeSentences } from '../office-report/sentences.ts';
import type { UnitWork } from './unit-work.ts';

/** So many exemplars stand in *Điển hình tiêu biểu*. */
const mostBest = 5;

/** Composes how the unit led the work: its documents, and who is responsible. */
export function composeUnitLead(plan: LoadedPlan, { documents, lead }: UnitWork): DocumentPart[] {
  return [
    buildHeading(1, 'I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO'),
    ...documents.map(({ duty, on }) =>
      buildText(`${nameDuty(plan, 'vi', { duty, occurrence: oneOff })}: đã gửi ngày ${formatDate(on)}.`),
    ),
    ...(lead ? [buildText(`Lãnh đạo phụ trách công tác bồi dưỡng điển hình: ${lead}.`)] : []),
    buildText('Văn bản chỉ đạo, hội nghị triển khai:'),
    buildRoom(2),
  ];
}

/** Composes what the unit registered, in the words of its document, and its own criteria. */
export function composeUnitRegistered(said: string, { ownCriteria }: UnitWork): DocumentPart[] {
  const listed = ownCriteria.map((one, i) => `${i + 1}. ${one}`).join('; ');
  return [
    buildHeading(2, '1. Phát hiện, lựa chọn, đăng ký'),
    buildText(said),
    ...(listed ? [buildText(`Tiêu chí riêng của đơn vị: ${listed}.`)] : []),
  ];
}

/** Composes *Điển hình tiêu biểu*: the first of the best exemplars, two sentences each. */
export function composeUnitBest(best: { name: string; summary: string }[]): DocumentPart[] {
  if (best.length === 0) return [buildRoom(2)];
  return best
    .slice(0, mostBest)
    .map(({ name, summary }) => buildText(`- ${name}: ${takeSentences(summary, 2)}`));
}

/** Composes the chapters in the unit's own words, and the lessons of its exemplars. */
export function composeUnitTexts(
  texts: Record<ReportText, string>,
  lessons: { name: string; words: string }[],
): DocumentPart[] {
  const learnt = lessons.map(({ name, words }) => `- ${name}: ${words}`).join('\n');
  return [
    buildHeading(1, 'III. ĐÁNH GIÁ CHUNG'),
    buildHeading(2, '1. Ưu điểm'),
    buildText(texts.results),
    buildHeading(2, '2. Hạn chế, khó khăn, nguyên nhân'),
    buildText(texts.difficulties),
    ...(learnt ? [buildHeading(2, '3. Bài học kinh nghiệm'), buildText(learnt)] : []),
    buildHeading(1, 'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ'),
    buildText(texts.directions),
    buildHeading(1, 'V. KIẾN NGHỊ, ĐỀ XUẤT'),
    buildText(texts.proposals),
  ];
}
