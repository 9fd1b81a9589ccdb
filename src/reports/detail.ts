import { t } from '../i18n.ts';
import { formatInstant } from '../plan/calendar.ts';
import { columnLetters } from './columns.ts';
import { detailColumns, type ExemplarLine, statusWords } from './detail-columns.ts';
import { type ExemplarListRow, exemplarListSql } from './exemplar-list.sql.ts';
import { kindGroups } from './kind-groups.ts';
import { commonNotes, makeFile, planWords, reportFilename, scopeWords } from './make-file.ts';
import { type Note, writeNotes } from './notes-sheet.ts';
import { officialHead, signers } from './official-head.ts';
import type { Figure, Report, ReportRequest } from './report.ts';
import { continuedMark } from './split-line.ts';
import { openTable } from './table-sheet.ts';

const sheetName = 'Danh sách chi tiết';

/** *Danh sách chi tiết*: every exemplar registered in a year, by kind and unit, whatever became of it. */
export const detail: Report = {
  code: 'danhsach',
  name: 'report-detail',
  words: ['danh sách', 'danh sách chi tiết', 'chi tiết'],
  async make(deps, request) {
    const { plan } = deps;
    const title = `DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN ĐĂNG KÝ NĂM ${request.year}`;
    const columns = detailColumns(plan);
    const { path, made } = await makeFile(deps, request, title, async (book, snapshot) => {
      const table = openTable<ExemplarLine>(book, {
        name: sheetName,
        head: officialHead(plan, request.now),
        title,
        under: [
          `Theo ${planWords(plan)}`,
          `${scopeWords(request)}. Số liệu lúc ${formatInstant(request.now, plan.zone)}.`,
        ],
        columns,
        labelColumn: 'name',
        frozenColumns: 3,
        textSize: 7.5,
        vertical: 'top',
        signers: signers(plan),
        emptyText: 'Chưa có điển hình nào được đăng ký.',
      });
      const tally = startCount();
      const groups = kindGroups(plan, table);
      let unit: { id: number; lines: number } | undefined;
      let units = 0;
      const rows = snapshot.rows<ExemplarListRow>(exemplarListSql, [
        request.year,
        request.unitIds ?? null,
        plan.unitKinds.map(({ code }) => code),
        plan.zone,
      ]);
      for await (const row of rows) {
        if (groups.enter(row.kind)) units = 0;
        if (unit?.id !== row.unitId) {
          unit = { id: row.unitId, lines: 0 };
          table.heading(String(++units), row.unit);
        }
        await table.line({ ...row, number: ++unit.lines });
        tally.add(row);
      }
      groups.close();
      const total = table.finish('Tổng cộng');
      const counted = tally.status('submitted') + tally.status('approved');
      const statusAt = columnLetters(columns.findIndex(({ key }) => key === 'status') + 1);
      writeNotes(book, 'GHI CHÚ VỀ BÁO CÁO', [
        ...commonNotes(plan, request, `Năm ${request.year}`, `${table.lines} điển hình`),
        ...countingNotes,
        {
          label: 'So với Tổng hợp theo đơn vị',
          text: `Tổng cộng của danh sách này là ${table.lines} điển hình ở mọi trạng thái, gửi lần đầu trong năm ${request.year}. Cột 3 của Tổng hợp theo đơn vị chỉ tính “Đã gửi” và “Đã duyệt” (ở danh sách này: ${counted}), lũy kế từ năm đầu giai đoạn.`,
        },
        ...Object.entries(statusWords).map(([status, label]) => ({
          label: `Số điển hình “${label}”`,
          text: {
            formula: `COUNTIF('${sheetName}'!${statusAt}:${statusAt},"${label}")`,
            result: tally.status(status),
          },
        })),
      ]);
      return {
        lines: table.lines,
        approved: tally.status('approved'),
        counted,
        difficult: Number(total('difficultArea')),
        labour: Number(total('directLabour')),
      };
    });
    return {
      path,
      filename: reportFilename('danh-sach', request),
      figures: figures(request, made),
      rows: made.lines,
    };
  },
};

function startCount() {
  const statuses = new Map<string, number>();
  return {
    add: ({ status }: ExemplarListRow) => statuses.set(status, (statuses.get(status) ?? 0) + 1),
    status: (status: string) => statuses.get(status) ?? 0,
  };
}

const countingNotes: Note[] = [
  {
    label: 'Điển hình trong danh sách',
    text: 'Mọi điển hình mà đơn vị đã gửi trong năm, kể cả điển hình bị trả lại, không duyệt hoặc đã rút (xem cột 12); không gồm bản nháp. Khi tính chỉ tiêu chỉ tính “Đã gửi” và “Đã duyệt”. Năm của điển hình là năm gửi lần đầu, ghi trong mã.',
  },
  { label: 'Cột 8, cột 9', text: 'Đánh dấu x; dòng cộng là số điển hình có dấu x.' },
  {
    label: 'Cột 11',
    text: 'Số tiêu chí của kế hoạch mà điển hình đạt, không gồm tiêu chí riêng của đơn vị.',
  },
  {
    label: 'Dòng nối tiếp',
    text: `Nội dung dài được viết tiếp ở dòng ngay dưới, ghi “${continuedMark}” ở cột A; dòng này không phải là một điển hình khác.`,
  },
  {
    label: 'Dòng Cộng, Tổng cộng',
    text: 'Cột B là số điển hình. Là công thức; khi lọc bảng, các dòng này tính theo những dòng đang hiện.',
  },
];

function figures(
  { locale, year }: ReportRequest,
  made: { lines: number; counted: number; approved: number; difficult: number; labour: number },
): Figure[] {
  const figure = (key: string, value: number): Figure => ({
    label: t(locale, key, { year }),
    value: String(value),
  });
  return [
    figure('report-figure-exemplars', made.lines),
    figure('report-figure-counted', made.counted),
    figure('report-figure-approved', made.approved),
    figure('report-figure-difficult-area', made.difficult),
    figure('report-figure-direct-labour', made.labour),
  ];
}
