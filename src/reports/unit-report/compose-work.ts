import { nameDuty } from '../../duties/say.ts';
import { formatDate } from '../../plan/calendar.ts';
import { oneOff } from '../../plan/occurrence.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { DocumentPart } from '../document/document.ts';
import { buildHeading, buildRoom, buildText } from '../document/parts.ts';
import type { UnitWork } from './unit-work.ts';

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
