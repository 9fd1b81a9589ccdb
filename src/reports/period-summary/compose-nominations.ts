import { formatOfficialDate, localDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { describeUnitDocument } from '../../plan/unit-document.ts';
import type { DocumentPart, DocumentRow, DocumentSection, OfficialDocument } from '../document/document.ts';
import { describePlan } from '../make-file.ts';
import {
  closeUnitDocument,
  compiledBy,
  composeEnclosure,
  type UnitFrame,
} from '../unit-report/unit-frame.ts';
import type { NominatedInDocument, SummaryContent } from './content.ts';

/** Names the list of a unit's nominations, with the conference of the plan. */
function titleNominations({ conference }: Pick<LoadedPlan, 'conference'>): string {
  return `Giới thiệu dự ${conference?.name.vi ?? 'Hội nghị điển hình tiên tiến'}`;
}

/**
 * Composes the list of a unit's nominations to the conference (Plan 101, IV.3). It stands in the
 * unit's own head, to sign and send.
 */
export function composeNominations(
  plan: LoadedPlan,
  { unit, nominated }: { unit: SummaryContent['unit']; nominated: NominatedInDocument[] },
  { author, made }: { author: string; made: Date },
): OfficialDocument {
  const head = describeUnitDocument(plan, unit);
  const today = localDate(made, plan.zone);
  return {
    title: `Danh sách ${titleNominations(plan).toLocaleLowerCase('vi')}`,
    ...{ author, made },
    sections: [
      {
        orientation: 'landscape',
        parts: [
          {
            ...{ part: 'head', superior: head.superior, issuer: head.issuer },
            placeAndDate: formatOfficialDate(head.place, today),
          },
          {
            ...{ part: 'title', name: 'Danh sách', subject: titleNominations(plan) },
            notes: [`(Theo ${describePlan(plan)})`],
          },
          composeNominationTable(nominated),
          closeUnitDocument(head, compiledBy),
        ],
      },
    ],
  };
}

/** Composes the pages of the nominations behind a summary. */
export function composeNominationAnnex(
  plan: LoadedPlan,
  nominated: NominatedInDocument[],
  frame: UnitFrame,
): DocumentSection {
  return composeEnclosure(frame, { name: 'Danh sách', subject: titleNominations(plan) }, [
    composeNominationTable(nominated),
    closeUnitDocument(frame.head, compiledBy),
  ]);
}

function composeNominationTable(nominated: NominatedInDocument[]): DocumentPart {
  const group = (mark: string, label: string, subject: NominatedInDocument['subject']): DocumentRow[] => {
    const lines = nominated.filter((one) => one.subject === subject);
    return lines.length === 0
      ? []
      : [
          { row: 'group', mark, label },
          ...lines.map((one, i) => ({
            row: 'line' as const,
            cells: [
              ...[String(i + 1), one.name, one.birthYear === null ? '' : String(one.birthYear)],
              ...[one.ethnicity ?? '', one.position, one.place, one.category, one.grounds],
            ],
          })),
        ];
  };
  return {
    part: 'table',
    emptyText: 'Đơn vị không giới thiệu điển hình nào.',
    columns: [
      { heading: 'TT', mark: 'A', share: 6, align: 'center' },
      { heading: 'Họ tên / tên tập thể', mark: 'B', share: 24, align: 'left' },
      { heading: 'Năm sinh', mark: '1', share: 8, align: 'center' },
      { heading: 'Dân tộc', mark: '2', share: 9, align: 'left' },
      { heading: 'Chức vụ / người đại diện', mark: '3', share: 18, align: 'left' },
      { heading: 'Địa bàn', mark: '4', share: 14, align: 'left' },
      { heading: 'Lĩnh vực', mark: '5', share: 18, align: 'left' },
      { heading: 'Thành tích làm căn cứ giới thiệu', mark: '6', share: 46, align: 'left' },
    ],
    rows: [...group('I', 'TẬP THỂ', 'collective'), ...group('II', 'CÁ NHÂN', 'individual')],
  };
}
