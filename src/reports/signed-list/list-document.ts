import { formatDate, formatOfficialDate, localDate } from '../../plan/calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import type { UnitDocumentHead } from '../../plan/unit-document.ts';
import type { OfficialDocument } from '../document/document.ts';
import { describePlan } from '../make-file.ts';
import type { ReportRequest } from '../report.ts';
import { type ReportPeriod, sayReportPeriod } from '../report-period.ts';
import { closeUnitDocument, compiledBy } from '../unit-report/unit-frame.ts';
import { signedListColumns } from './columns.ts';
import type { SignedGroup } from './lines.ts';

/** Writes the words above the list. */
export function titleSignedList(plan: Plan, period: ReportPeriod): { name: string; subject: string } {
  return {
    name: 'DANH SÁCH',
    subject: `Đăng ký mô hình, điển hình tiên tiến ${sayReportPeriod(plan, period)}`,
  };
}

/** The sentence of a list without exemplars. */
export const emptySignedList = 'Đơn vị chưa đăng ký điển hình nào.';

/** The content of the list: its groups, and the unit's own criteria (Plan 101, III.2). */
export interface SignedListContent {
  groups: SignedGroup[];
  own: string[];
}

/** Writes the unit's own criteria, one a line with its number. */
export function listOwnCriteriaLines(own: string[]): string {
  return own.map((text, i) => `${i + 1}. ${text}`).join('\n');
}

/** Composes the list as a document to sign, on landscape pages. */
export function composeSignedList(
  plan: Plan,
  head: UnitDocumentHead,
  { groups, own }: SignedListContent,
  { by, now, madeAt = now, ...period }: ReportPeriod & Pick<ReportRequest, 'by' | 'now' | 'madeAt'>,
): OfficialDocument {
  const { name, subject } = titleSignedList(plan, period);
  const asOf = period.asOf ? [`(Số liệu tính đến hết ngày ${formatDate(period.asOf)})`] : [];
  return {
    title: `${name} ${subject}`,
    author: by,
    made: madeAt,
    sections: [
      {
        orientation: 'landscape',
        parts: [
          {
            part: 'head',
            superior: head.superior,
            issuer: head.issuer,
            placeAndDate: formatOfficialDate(head.place, localDate(madeAt, plan.zone)),
          },
          { part: 'title', name, subject, notes: [`(Theo ${describePlan(plan)})`, ...asOf] },
          {
            part: 'table',
            emptyText: emptySignedList,
            columns: signedListColumns.map(({ heading, mark, width, kind }) => ({
              heading,
              mark,
              share: width,
              align: kind === 'text' ? 'left' : 'center',
            })),
            rows: groups.flatMap(({ mark, label, lines }) =>
              lines.length === 0
                ? []
                : [
                    { row: 'group', mark, label } as const,
                    ...lines.map((line) => ({
                      row: 'line' as const,
                      cells: signedListColumns.map(({ value }) => String(value(line) ?? '')),
                    })),
                  ],
            ),
          },
          ...(own.length > 0
            ? [
                {
                  part: 'text' as const,
                  text: `Tiêu chí riêng của đơn vị: ${listOwnCriteriaLines(own).replaceAll('\n', '; ')}.`,
                },
              ]
            : []),
          closeUnitDocument(head, compiledBy),
        ],
      },
    ],
  };
}
