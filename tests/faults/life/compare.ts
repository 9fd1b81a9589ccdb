import { expect } from 'vitest';
import type { ChatPerson } from '../../support/chat.ts';
import {
  expectAwards,
  expectByCategory,
  expectByUnit,
  expectList,
  expectRanking,
  expectReports,
  expectResults,
  type LifeModel,
} from './model.ts';
import { asksFor, readLines, readLinesOfUnits, type SheetLine } from './sheets.ts';

const headings = {
  tonghop: {
    ...{ 'Đơn vị': 'unit', 'Tối thiểu': 'min', 'Tối đa': 'max', 'Đã gửi': 'counted', 'Đã duyệt': 'approved' },
    ...{ 'Trả lại': 'returned', 'Tập thể': 'collective', 'Cá nhân': 'individual', 'Còn thiếu': 'missing' },
    ...{ Vượt: 'over', 'Kế hoạch triển khai (ngày nộp)': 'filedOn' },
    'Đúng hạn / chậm / chưa nộp': 'timeliness',
  },
  danhsach: {
    ...{ Mã: 'code', Tên: 'name', 'Trạng thái': 'status', 'Ngày gửi': 'submittedOn' },
    ...{ 'Ngày duyệt': 'approvedOn', 'Người gửi': 'by' },
  },
  linhvuc: { 'Lĩnh vực': 'category', 'Tập thể': 'collective', 'Cá nhân': 'individual', Cộng: 'total' },
  ketqua: {
    ...{ Mã: 'code', 'Đánh giá': 'result', 'Nơi đã nhân rộng': 'spreadTo', 'Số đơn vị, hộ': 'spreadCount' },
    ...{ 'Tuyên truyền': 'publicity', 'Tham quan': 'visits', 'Báo cáo kinh nghiệm': 'experience' },
    ...{ 'Đề nghị khen thưởng': 'proposals', 'Kết quả khen thưởng': 'outcomes' },
  },
  khenthuong: {
    ...{ 'Họ tên / tên tập thể': 'name', 'Hình thức khen thưởng': 'form', 'Kết quả': 'state' },
    ...{ 'Số quyết định': 'number', 'Ngày quyết định': 'on' },
  },
  tiendo: {
    ...{ 'Việc phải nộp': 'duty', 'Hạn nộp': 'due', 'Trạng thái': 'state', 'Ngày nộp': 'doneOn' },
    'Cán bộ đầu mối': 'liaisons',
  },
};

/** The lines of a year's reports, by the report. */
export type YearSheets = Record<keyof typeof headings, SheetLine[]>;

/** Asks for every report of a year, as the manager does, and reads what came. */
export async function readYear(
  manager: ChatPerson,
  year: number,
  units: ReadonlySet<string>,
): Promise<YearSheets> {
  const lines = async (report: 'tonghop' | 'danhsach' | 'linhvuc' | 'ketqua' | 'khenthuong') =>
    readLines(await asksFor(manager, `${report} ${year}`), headings[report]);
  const [tonghop, danhsach] = [await lines('tonghop'), await lines('danhsach')];
  const [linhvuc, ketqua] = [await lines('linhvuc'), await lines('ketqua')];
  const tiendo = await readLinesOfUnits(await asksFor(manager, `tiendo ${year}`), headings.tiendo, units);
  return {
    ...{ tonghop, danhsach, ketqua, khenthuong: await lines('khenthuong') },
    linhvuc: linhvuc.filter(({ total }) => total !== 0),
    tiendo: tiendo
      .filter(({ duty }) => duty === `Báo cáo kết quả năm ${year}`)
      .map(({ duty: _duty, liaisons, ...line }) => ({
        ...line,
        liaisons: liaisons === null ? [] : String(liaisons).split(/[;,\n]\s*/),
      })),
  };
}

/** Reads how a duty of the units stands in a year of a plan, by its words for the report. */
export async function readDuty(
  manager: ChatPerson,
  line: string,
  duty: string,
  units: ReadonlySet<string>,
): Promise<SheetLine[]> {
  const lines = await readLinesOfUnits(await asksFor(manager, `tiendo ${line}`), headings.tiendo, units);
  return lines.filter((one) => one.duty === duty);
}

/** Compares a year's reports with the model; returns how many lines were compared. */
export function compareYear(sheets: YearSheets, model: LifeModel, year: number, today: string): number {
  const expected: [report: keyof YearSheets, lines: SheetLine[], key: string][] = [
    ['tonghop', expectByUnit(model, year), 'unit'],
    ['danhsach', expectList(model, year), 'code'],
    ['linhvuc', expectByCategory(model, year), 'category'],
    ['ketqua', expectResults(model, year), 'code'],
    ['khenthuong', expectAwards(model, year), 'name'],
    ['tiendo', expectReports(model, year, today), 'unit'],
  ];
  for (const [report, lines, key] of expected) {
    const sorted = (all: SheetLine[]) =>
      all.toSorted((a, b) => String(a[key]).localeCompare(String(b[key]), 'vi'));
    expect(sorted(sheets[report]), `${report} ${year}`).toEqual(sorted(lines));
  }
  return expected.reduce((sum, [, lines]) => sum + lines.length, 0);
}

/** Compares the list of nominations with the model: what their points count, and their places. */
export async function compareConference(manager: ChatPerson, model: LifeModel): Promise<void> {
  const lines = await readLines(await asksFor(manager, 'hoinghi'), {
    ...{ Mã: 'code', Điểm: 'points', 'Xếp hạng': 'rank' },
  });
  const expected = expectRanking(model).map(({ code, points }, i) => ({ code, points, rank: i + 1 }));
  expect(lines.toSorted((a, b) => Number(a.rank) - Number(b.rank))).toEqual(expected);
}
