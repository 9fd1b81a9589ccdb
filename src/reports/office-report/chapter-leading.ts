import { formatDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { decapitalise } from '../../text/letters.ts';
import type { DocumentPart } from '../document/document.ts';
import { buildHeading, buildRoom, buildText } from '../document/parts.ts';
import { describePlan } from '../make-file.ts';
import { sayReportPeriod } from '../report-period.ts';
import type { DocumentState, OfficeFigures } from './figures.ts';

/**
 * Composes *I. Công tác lãnh đạo, chỉ đạo*: the plan, the documents of units with their days, the
 * reminders. Only people know the conferences and other papers.
 */
export function composeLeading(plan: LoadedPlan, figures: OfficeFigures): DocumentPart[] {
  const { documents, nudges, fostering, period } = figures;
  const { office } = plan.bodies;
  return [
    buildHeading(1, 'I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO'),
    buildText(
      `Thực hiện ${describePlan(plan)} về ${decapitalise(plan.title.vi)}, ${office.vi} đã hướng dẫn, theo dõi, đôn đốc các đơn vị triển khai.`,
    ),
    // Neither due nor handed in: there is nothing to say of it yet.
    ...documents
      .filter(({ done, due, optional }) => done > 0 || (due !== null && due < figures.stateOn && !optional))
      .map((one) => buildText(sayDocument(one, figures))),
    ...(fostering.units > 0
      ? [buildText(`Có ${fostering.units} đơn vị đã lập kế hoạch bồi dưỡng điển hình, có người phụ trách.`)]
      : []),
    ...(nudges.sent > 0
      ? [
          buildText(
            `Trong ${sayReportPeriod(plan, period)}, ${nudges.sent} lượt tin nhắc việc, đôn đốc đã đến cán bộ đầu mối và thủ trưởng các đơn vị${nudges.byHand > 0 ? `, trong đó ${nudges.byHand} lượt do ${office.vi} trực tiếp đôn đốc` : ''}.`,
          ),
        ]
      : []),
    buildText('Văn bản chỉ đạo khác, hội nghị triển khai, sơ kết, tổng kết:'),
    buildRoom(3),
  ];
}

function sayDocument(document: DocumentState, { stateOn }: OfficeFigures): string {
  const { name, units, done, late, due, from, to, optional } = document;
  const days =
    from === null || to === null
      ? ''
      : from === to
        ? ` (ngày ${formatDate(from)})`
        : ` (từ ngày ${formatDate(from)} đến ngày ${formatDate(to)})`;
  if (optional) return `${name}: ${done} đơn vị đã gửi${days}.`;
  const until = due === null ? ' (chưa ấn định thời hạn)' : ` (hạn ${formatDate(due)})`;
  const open = units - done;
  const coming = due === null || due >= stateOn ? ', chưa đến hạn' : '';
  return `${name}${until}: ${done}/${units} đơn vị đã gửi${days}${late > 0 ? `, trong đó ${late} đơn vị gửi chậm` : ''}${open > 0 ? `; còn ${open} đơn vị chưa gửi${coming}` : ''}.`;
}
