import type { RankedNomination } from '../../nominations/read-ranking.ts';
import { sayPoints } from '../../nominations/say-points.ts';
import { formatDate, formatOfficialDate, localDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { DocumentPart, DocumentRow, DocumentSection, OfficialDocument } from '../document/document.ts';
import { describePlan } from '../make-file.ts';
import type { ReportRequest } from '../report.ts';
import { fateWords } from './columns.ts';

/**
 * Composes two lists to sign (Plan 101, IV.3): all nominations with their points, and the delegates
 * that were chosen.
 */
export function composeConferenceLists(
  plan: LoadedPlan,
  ranked: RankedNomination[],
  { by, now, madeAt = now, asOf }: ReportRequest,
): OfficialDocument {
  const conference = plan.conference?.name.vi ?? 'Hội nghị điển hình tiên tiến';
  const head = composeHead(plan, madeAt);
  const notes = [
    `(Theo ${describePlan(plan)})`,
    ...(asOf ? [`(Số liệu tính đến hết ngày ${formatDate(asOf)})`] : []),
  ];
  const chosen = ranked.filter(({ state }) => state === 'chosen');
  const section = (subject: string, table: DocumentPart): DocumentSection => ({
    orientation: 'landscape',
    parts: [head, { part: 'title', name: 'Danh sách', subject, notes }, table, composeClosing(plan)],
  });
  return {
    title: `Danh sách giới thiệu dự ${conference}`,
    ...{ author: by, made: madeAt },
    sections: [
      section(`Giới thiệu dự ${conference}`, composeRanking(plan, ranked)),
      section(`Đại biểu dự ${conference}`, composeDelegates(plan, chosen)),
    ],
  };
}

function composeHead({ bodies, place, zone }: LoadedPlan, madeAt: Date): DocumentPart {
  return {
    ...{ part: 'head', superior: bodies.superior, issuer: bodies.issuer },
    placeAndDate: formatOfficialDate(place, localDate(madeAt, zone)),
  };
}

function composeClosing({ bodies }: LoadedPlan): DocumentPart {
  const { signerTitle, signerName } = bodies;
  return {
    part: 'closing',
    left: { title: 'Người lập biểu', note: '(Ký, họ tên)' },
    right: { title: signerTitle, ...(signerName && { name: signerName }) },
  };
}

/** The whole ranking: places, points and why. */
function composeRanking(plan: LoadedPlan, ranked: RankedNomination[]): DocumentPart {
  return {
    part: 'table',
    emptyText: 'Chưa có điển hình nào được giới thiệu.',
    size: 11,
    columns: [
      { heading: 'Xếp hạng', mark: 'A', share: 8, align: 'center' },
      { heading: 'Họ tên / tên tập thể', mark: 'B', share: 26, align: 'left' },
      { heading: 'Chức vụ / người đại diện', mark: '1', share: 18, align: 'left' },
      { heading: 'Đơn vị', mark: '2', share: 16, align: 'left' },
      { heading: 'Thành tích làm căn cứ giới thiệu', mark: '3', share: 42, align: 'left' },
      { heading: 'Điểm', mark: '4', share: 9, align: 'center' },
      { heading: 'Cách tính điểm', mark: '5', share: 30, align: 'left' },
      { heading: 'Kết quả', mark: '6', share: 12, align: 'left' },
    ],
    rows: ranked.map((one) => ({
      row: 'line',
      cells: [
        ...[String(one.rank), `${one.name}\n${one.code}`, one.position ?? one.representative ?? ''],
        ...[one.unit, one.grounds, String(one.points), sayPoints('vi', plan, one), fateWords[one.state]],
      ],
    })),
  };
}

/** The delegates: collectives, then individuals, numbered from 1 in each. */
function composeDelegates(plan: LoadedPlan, chosen: RankedNomination[]): DocumentPart {
  const group = (mark: string, label: string, subject: RankedNomination['subject']): DocumentRow[] => {
    const lines = chosen.filter((one) => one.subject === subject);
    return lines.length === 0
      ? []
      : [
          { row: 'group', mark, label },
          ...lines.map((one, i) => ({ row: 'line' as const, cells: cellsOf(plan, one, i + 1) })),
        ];
  };
  return {
    part: 'table',
    emptyText: 'Chưa có đại biểu nào được chọn.',
    columns: [
      { heading: 'TT', mark: 'A', share: 6, align: 'center' },
      { heading: 'Họ tên / tên tập thể', mark: 'B', share: 28, align: 'left' },
      { heading: 'Năm sinh', mark: '1', share: 8, align: 'center' },
      { heading: 'Dân tộc', mark: '2', share: 10, align: 'left' },
      { heading: 'Chức vụ / người đại diện', mark: '3', share: 22, align: 'left' },
      { heading: 'Đơn vị', mark: '4', share: 18, align: 'left' },
      { heading: 'Địa bàn', mark: '5', share: 16, align: 'left' },
      { heading: 'Lĩnh vực', mark: '6', share: 20, align: 'left' },
      { heading: 'Điểm', mark: '7', share: 9, align: 'center' },
    ],
    rows: [...group('I', 'TẬP THỂ', 'collective'), ...group('II', 'CÁ NHÂN', 'individual')],
  };
}

function cellsOf({ categories }: LoadedPlan, one: RankedNomination, n: number): string[] {
  return [
    ...[String(n), one.name, one.birthYear === null ? '' : String(one.birthYear), one.ethnicity ?? ''],
    ...[one.position ?? one.representative ?? '', one.unit, one.place],
    categories.find(({ code }) => code === one.category)?.name.vi ?? one.category,
    String(one.points),
  ];
}
