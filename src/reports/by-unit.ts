import { t } from '../i18n.ts';
import { formatInstant, localDate } from '../plan/calendar.ts';
import { dueOf, isLate } from '../plan/due.ts';
import type { Plan, Quota } from '../plan/plan.ts';
import { standing } from '../plan/quota.ts';
import { byUnitColumns, type UnitLine } from './by-unit-columns.ts';
import { romanNumeral } from './columns.ts';
import { commonNotes, makeFile, planWords, reportFilename, scopeWords } from './make-file.ts';
import { type Note, writeNotes } from './notes-sheet.ts';
import { officialHead, signers } from './official-head.ts';
import { type RegistrationStandingRow, registrationStandingSql } from './registration-standing.sql.ts';
import type { Figure, Report, ReportRequest } from './report.ts';
import { openTable } from './table-sheet.ts';

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
      const seen = { met: 0, late: 0, kinds: 0 };
      let group: { kind: string; name: string; units: number } | undefined;
      const rows = snapshot.rows<RegistrationStandingRow>(registrationStandingSql, [
        years.from,
        years.to,
        request.unitIds ?? null,
        plan.unitKinds.map((kind) => kind.code),
        plan.unitKinds.map((kind) => kind.quota.min),
        implementationPlan,
      ]);
      for await (const row of rows) {
        if (group?.kind !== row.kind) {
          if (group) table.closeGroup(`Cộng ${group.name}`);
          const name = plan.unitKinds.find((kind) => kind.code === row.kind)?.name.vi ?? row.kind;
          group = { kind: row.kind, name, units: 0 };
          table.openGroup(romanNumeral(++seen.kinds), name.charAt(0).toLocaleUpperCase('vi') + name.slice(1));
        }
        const line = unitLine(plan, row, ++group.units);
        await table.line(line);
        if (row.active && line.missing === 0) seen.met++;
        if (line.timeliness === words.late) seen.late++;
      }
      if (group) table.closeGroup(`Cộng ${group.name}`);
      const total = table.finish('Tổng cộng');
      writeNotes(book, 'GHI CHÚ VỀ BÁO CÁO', [
        ...commonNotes(plan, request, yearWords, `${table.lines} đơn vị`),
        ...countingNotes,
      ]);
      return { ...seen, lines: table.lines, total: (key: string) => Number(total(key)) };
    });
    return {
      path,
      filename: reportFilename('tong-hop', request),
      figures: figures(request, made),
      rows: made.lines,
    };
  },
};

const implementationPlan = 'implementationPlan';

const words = { onTime: 'Đúng hạn', late: 'Trễ', short: 'Chưa nộp đủ', none: 'Chưa nộp' };

/** Years whose registrations count in the report of `year`: those of the plan's period up to it. */
function yearsCounted(plan: Plan, year: number): { from: number; to: number } {
  return { from: Math.min(plan.period.from, year), to: year };
}

function unitLine(plan: Plan, row: RegistrationStandingRow, number: number): UnitLine {
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
    timeliness: row.active ? timeliness(plan, row, missing) : null,
  };
}

/** Whether the list came in time: the minimum's last exemplar against the due moment (Plan 101, V.1). */
function timeliness(plan: Plan, row: RegistrationStandingRow, missing: number): string | null {
  const duty = plan.duties.find(({ fulfilledBy }) => fulfilledBy === 'registration');
  if (!duty || (duty.owedBy !== 'all' && !duty.owedBy.includes(row.kind))) return null;
  if (missing > 0) return row.counted > 0 ? words.short : words.none;
  const due = dueOf(plan, duty.code, 0);
  return due && row.reachedAt && isLate(due, row.reachedAt) ? words.late : words.onTime;
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
    text: '“Đúng hạn” hoặc “Trễ” theo lúc gửi điển hình làm đủ chỉ tiêu tối thiểu; “Chưa nộp đủ”: đã gửi nhưng chưa đủ tối thiểu; “Chưa nộp”: chưa gửi điển hình nào.',
  },
  {
    label: 'Dòng Cộng, Tổng cộng',
    text: 'Là công thức; khi lọc bảng, các dòng này tính theo những dòng đang hiện.',
  },
];

function figures(
  { locale }: ReportRequest,
  made: { met: number; late: number; lines: number; total: (key: string) => number },
): Figure[] {
  const figure = (key: string, value: string): Figure => ({ label: t(locale, key), value });
  const count = (key: string) => String(made.total(key));
  return [
    figure('report-figure-units-met', `${made.met}/${made.lines}`),
    figure('report-figure-submitted', count('counted')),
    figure('report-figure-approved', count('approved')),
    figure('report-figure-returned', count('returned')),
    figure('report-figure-missing', count('missing')),
    figure('report-figure-units-late', String(made.late)),
  ];
}
