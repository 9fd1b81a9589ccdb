import { nameAward, nameAwardLevel } from '../../plan/awards.ts';
import { formatDate, formatOfficialDate, localDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { describeUnitDocument } from '../../plan/unit-document.ts';
import { decapitalise } from '../../text/letters.ts';
import type { Closing, DocumentHead, DocumentSection, OfficialDocument } from '../document/document.ts';
import { describePlan } from '../make-file.ts';
import type { ReportRequest } from '../report.ts';
import { sayReportPeriod } from '../report-period.ts';
import type { AwardListRow } from './rows.sql.ts';

/** The states of proposals that are on the office's list: it was sent upwards with them. */
const sentUpwards: readonly AwardListRow['state'][] = ['forwarded', 'granted', 'refused'];

/**
 * Composes *Danh sách đề nghị khen thưởng* (Plan 101, IV.3) to sign. Each level has a list on pages
 * of its own. The office's lists have what it forwards; those of a unit, under its own head, what
 * the unit proposes.
 */
export function composeAwardList(
  plan: LoadedPlan,
  rows: AwardListRow[],
  request: ReportRequest,
): OfficialDocument {
  const { by, now, madeAt = now, forOffice = false, unitLabel } = request;
  const ofOffice = forOffice && unitLabel === undefined;
  const listed = ofOffice ? rows.filter(({ state }) => sentUpwards.includes(state)) : rows;
  const lists = Map.groupBy(listed, ({ unitId, level }) => (ofOffice ? level : `${unitId} ${level}`));
  const sheet = { plan, request, madeAt };
  return {
    title: `Danh sách đề nghị khen thưởng ${sayReportPeriod(plan, request)}`,
    author: by,
    made: madeAt,
    sections:
      lists.size === 0
        ? [composeSheet(sheet, [], ofOffice)]
        : [...lists.values()].map((list) => composeSheet(sheet, list, ofOffice)),
  };
}

interface Sheet {
  plan: LoadedPlan;
  request: ReportRequest;
  madeAt: Date;
}

function composeSheet(
  { plan, request, madeAt }: Sheet,
  rows: AwardListRow[],
  ofOffice: boolean,
): DocumentSection {
  const [first] = rows;
  const day = localDate(madeAt, plan.zone);
  const level = first ? ` ${decapitalise(nameAwardLevel(plan, 'vi', first.level))}` : '';
  const { head, right } = first && !ofOffice ? signedByUnit(plan, first, day) : signedByOffice(plan, day);
  return {
    orientation: 'landscape',
    parts: [
      head,
      {
        ...{ part: 'title', name: 'Danh sách' },
        subject: `Đề nghị khen thưởng${level} ${sayReportPeriod(plan, request)}`,
        notes: [
          `(Theo ${describePlan(plan)})`,
          ...(request.asOf ? [`(Số liệu tính đến hết ngày ${formatDate(request.asOf)})`] : []),
        ],
      },
      {
        part: 'table',
        emptyText: 'Không có đề nghị nào.',
        columns: [
          { heading: 'TT', mark: 'A', share: 6, align: 'center' },
          { heading: 'Họ tên / tên tập thể', mark: 'B', share: 24, align: 'left' },
          { heading: 'Chức vụ / người đại diện', mark: '1', share: 18, align: 'left' },
          { heading: 'Đơn vị', mark: '2', share: 16, align: 'left' },
          { heading: 'Hình thức / danh hiệu', mark: '3', share: 18, align: 'left' },
          { heading: 'Cấp', mark: '4', share: 12, align: 'left' },
          { heading: 'Tóm tắt thành tích', mark: '5', share: 46, align: 'left' },
        ],
        rows: rows.map((row, i) => ({
          row: 'line',
          cells: [
            String(i + 1),
            row.name,
            row.position ?? '',
            row.unit,
            nameAward(plan, 'vi', row.form ?? row.title ?? ''),
            nameAwardLevel(plan, 'vi', row.level),
            row.grounds,
          ],
        })),
      },
      { part: 'closing', left: { title: 'Người lập biểu', note: '(Ký, họ tên)' }, right },
    ],
  };
}

interface SignedSheet {
  head: DocumentHead;
  right: Closing['right'];
}

function signedByUnit(plan: LoadedPlan, row: AwardListRow, day: string): SignedSheet {
  const unit = { name: row.unit, short: row.unitShort, kind: row.unitKind };
  const { superior, issuer, place, signer } = describeUnitDocument(plan, unit);
  return {
    head: {
      ...{ part: 'head', issuer, placeAndDate: formatOfficialDate(place, day) },
      ...(superior && { superior }),
    },
    right: {
      authority: signer.slice(0, -1),
      title: signer.at(-1) ?? '',
      note: '(Ký, họ tên, đóng dấu)',
    },
  };
}

function signedByOffice({ bodies, place }: LoadedPlan, day: string): SignedSheet {
  const { superior, issuer, signerTitle, signerName } = bodies;
  return {
    head: { part: 'head', superior, issuer, placeAndDate: formatOfficialDate(place, day) },
    right: { title: signerTitle, ...(signerName && { name: signerName }) },
  };
}
