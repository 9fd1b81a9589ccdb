import { t } from '../i18n.ts';
import { formatInstant, localDate } from '../plan/calendar.ts';
import type { Plan, Quota } from '../plan/plan.ts';
import { standing } from '../plan/quota.ts';
import { byUnitColumns, type UnitLine } from './by-unit-columns.ts';
import { kindGroups } from './kind-groups.ts';
import { commonNotes, makeFile, planWords, reportFilename, scopeWords } from './make-file.ts';
import { type Note, writeNotes } from './notes-sheet.ts';
import { officialHead, signers } from './official-head.ts';
import { type RegistrationStandingRow, registrationStandingSql } from './registration-standing.sql.ts';
import type { Figure, Report, ReportRequest } from './report.ts';
import { openTable } from './table-sheet.ts';
import { timelinessOf, timelinessWords } from './timeliness.ts';

const noQuota: Quota = { min: 0, max: null, expected: null };

/**
 * *Tổng hợp theo đơn vị*: every unit against its quota (Plan 101, IV.1, V.1). The quota is one for the whole period, so
 * the report of a year counts what was registered from the period's first year to the end of that year.
 */
export const byUnit: Report = {
  code: 'tonghop',
  name: 'report-by-unit',
  words: ['tổng hợp', 'tổng hợp theo đơn vị', 'theo đơn vị'],
  async make(deps, request) {
    const { plan } = deps;
    const years = yearsCounted(plan, request.year);
    const yearWords =
      years.from === years.to ? `Năm ${years.to}` : `Lũy kế từ năm ${years.from} đến hết năm ${years.to}`;
    const title = `TỔNG HỢP ĐĂNG KÝ ĐIỂN HÌNH TIÊN TIẾN THEO ĐƠN VỊ NĂM ${request.year}`;
    const { path, made } = await makeFile(deps, request, title, async (book, snapshot) => {
      const table = openTable(book, {
        name: 'Tổng hợp theo đơn vị',
        head: officialHead(plan, request.now),
        title,
        under: [
          `Theo ${planWords(plan)}`,
          `${yearWords}. ${scopeWords(request)}. Số liệu lúc ${formatInstant(request.now, plan.zone)}.`,
        ],
        columns: byUnitColumns,
        labelColumn: 'unit',
        frozenColumns: 2,
        textSize: 11,
        vertical: 'middle',
        signers: signers(plan),
        emptyText: 'Không có đơn vị nào.',
      });
      const groups = kindGroups(plan, table);
      const seen = { met: 0, thisYear: 0 };
      let number = 0;
      const rows = snapshot.rows<RegistrationStandingRow>(registrationStandingSql, [
        years.from,
        years.to,
        request.unitIds ?? null,
        plan.unitKinds.map((kind) => kind.code),
        plan.unitKinds.map((kind) => kind.quota.min),
        implementationPlan,
      ]);
      for await (const row of rows) {
        if (groups.enter(row.kind)) number = 0;
        const line = unitLine(plan, row, ++number, request.now);
        await table.line(line);
        if (row.active && line.missing === 0) seen.met++;
        seen.thisYear += row.countedThisYear;
      }
      groups.close();
      const total = table.finish('Tổng cộng');
      writeNotes(book, 'GHI CHÚ VỀ BÁO CÁO', [
        ...commonNotes(plan, request, yearWords, `${table.lines} đơn vị`),
        ...countingNotes,
        {
          label: `Riêng năm ${request.year}`,
          text: `${seen.thisYear} điển hình được tính, bằng số “Đã gửi” cộng số “Đã duyệt” trong Danh sách chi tiết năm ${request.year}.`,
        },
      ]);
      return { ...seen, lines: table.lines, total: (key: string) => Number(total(key)) };
    });
    return {
      path,
      filename: reportFilename('tong-hop', request),
      figures: figures(plan, request, made),
      rows: made.lines,
    };
  },
};

const implementationPlan = 'implementationPlan';

/** Years whose registrations count in the report of `year`: those of the plan's period up to it. */
function yearsCounted(plan: Plan, year: number): { from: number; to: number } {
  return { from: Math.min(plan.period.from, year), to: year };
}

function unitLine(plan: Plan, row: RegistrationStandingRow, number: number, now: Date): UnitLine {
  const quota =
    (row.active ? plan.unitKinds.find((kind) => kind.code === row.kind)?.quota : undefined) ?? noQuota;
  const { missing, over } = standing(quota, row.counted);
  return {
    ...row,
    number,
    name: row.active ? row.name : `${row.name} (không còn theo dõi)`,
    min: quota.min,
    max: quota.max,
    missing,
    over,
    planFiledOn: row.planFiledAt && localDate(row.planFiledAt, plan.zone),
    timeliness: row.active ? timelinessOf(plan, { ...row, missing }, now) : undefined,
  };
}

const countingNotes: Note[] = [
  {
    label: 'Điển hình được tính',
    text: 'Điển hình đã gửi và điển hình đã duyệt. Bản nháp, điển hình bị trả lại, không duyệt hoặc đã rút không được tính; điển hình trả lại được tính lại khi đơn vị gửi lại.',
  },
  {
    label: 'Năm tính',
    text: 'Chỉ tiêu đăng ký là chung cho cả giai đoạn của kế hoạch. Vì vậy báo cáo của một năm tính lũy kế các điển hình đăng ký từ năm đầu giai đoạn đến hết năm đó; năm của điển hình là năm gửi lần đầu, ghi trong mã.',
  },
  { label: 'Cột 2', text: 'Để trống khi kế hoạch không đặt mức tối đa; khi đó dòng cộng cũng để trống.' },
  { label: 'Cột 3', text: 'Tổng cột 6 và cột 7, gồm cả số đã duyệt ở cột 4. Cột 5 không nằm trong cột 3.' },
  { label: 'Cột 8, cột 9', text: 'Tính cho từng đơn vị; dòng cộng là tổng của các đơn vị.' },
  { label: 'Cột 10', text: 'Số đã gửi so với chỉ tiêu tối thiểu.' },
  { label: 'Cột 11', text: 'Ngày nộp lần đầu văn bản kế hoạch triển khai của đơn vị.' },
  {
    label: 'Cột 12',
    text: `“${timelinessWords.onTime}” hoặc “${timelinessWords.late}” theo lúc gửi lần đầu của điển hình làm đủ chỉ tiêu tối thiểu; “${timelinessWords.overdue}”: đã qua hạn mà chưa đủ tối thiểu, dù chưa gửi gì, đã gửi một phần đúng hạn hay gửi một phần sau hạn; còn trong hạn: “${timelinessWords.short}” khi đã gửi một phần, “${timelinessWords.none}” khi chưa gửi điển hình nào.`,
  },
  {
    label: 'Cột 12a, cột 12b',
    text: 'Hai số khác nhau, không đơn vị nào ở cả hai cột. 12a: đơn vị nộp chậm, nay đã đủ. 12b: đơn vị quá hạn, đến lúc lập báo cáo vẫn chưa đủ. Đánh dấu x; dòng cộng là số đơn vị có dấu x.',
  },
  {
    label: 'Dòng Cộng, Tổng cộng',
    text: 'Là công thức; khi lọc bảng, các dòng này tính theo những dòng đang hiện.',
  },
];

function figures(
  plan: Plan,
  { locale, year }: ReportRequest,
  made: { met: number; lines: number; total: (key: string) => number },
): Figure[] {
  const { from, to } = yearsCounted(plan, year);
  const years = from === to ? String(to) : `${from}–${to}`;
  const figure = (key: string, value: string): Figure => ({ label: t(locale, key), value });
  const count = (key: string) => String(made.total(key));
  return [
    figure('report-figure-units-met', `${made.met}/${made.lines}`),
    { label: t(locale, 'report-figure-submitted', { years }), value: count('counted') },
    figure('report-figure-approved', count('approved')),
    figure('report-figure-returned', count('returned')),
    figure('report-figure-missing', count('missing')),
    figure('report-figure-units-late', count('late')),
    figure('report-figure-units-overdue', count('overdue')),
  ];
}
