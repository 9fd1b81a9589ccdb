import type { ChatPerson } from '../../../support/chat.ts';
import type { Asked } from '../model/asked.ts';
import { expectProgress } from '../model/duties.ts';
import { type Life, lifeOn } from '../model/life.ts';
import { expectByCategory, expectByUnit, expectList } from '../model/registrations.ts';
import { expectAwards, expectPublicity, expectResults } from '../model/results.ts';
import { asksFor, type Columns, readLines, type SheetLine } from '../read/sheets.ts';
import { compareLines } from './lines.ts';

/** A report as the manager asks for it, and what the model expects of it. */
interface Comparison extends Columns {
  /** The columns that tell its lines apart. */
  key: string[];
  expects(life: Life, asked: Asked): object[];
  /** Leaves out what the model does not list, and shapes the rest. */
  shapes?(lines: SheetLine[]): SheetLine[];
}

const comparisons = {
  tonghop: {
    key: ['unit'],
    expects: expectByUnit,
    named: {
      ...{ 'Đơn vị': 'unit', 'Tối thiểu': 'min', 'Tối đa': 'max', 'Đã gửi': 'counted' },
      ...{ 'Đã duyệt': 'approved', 'Trả lại': 'returned', 'Tập thể': 'collective', 'Cá nhân': 'individual' },
      ...{ 'Còn thiếu': 'missing', Vượt: 'over', 'Kế hoạch triển khai (ngày nộp)': 'filedOn' },
      'Đúng hạn / chậm / chưa nộp': 'timeliness',
    },
  },
  danhsach: {
    key: ['code'],
    expects: expectList,
    under: 'unit',
    named: {
      ...{ Mã: 'code', Tên: 'name', 'Lĩnh vực': 'category', 'Trạng thái': 'status' },
      ...{ 'Ngày gửi': 'submittedOn', 'Ngày duyệt': 'approvedOn', 'Người gửi': 'by' },
    },
  },
  linhvuc: {
    key: ['category'],
    expects: expectByCategory,
    named: { 'Lĩnh vực': 'category', 'Tập thể': 'collective', 'Cá nhân': 'individual', Cộng: 'total' },
    shapes: (lines) => lines.filter(({ total }) => total !== 0),
  },
  tiendo: {
    key: ['unit', 'duty'],
    expects: expectProgress,
    under: 'unit',
    named: {
      ...{ 'Việc phải nộp': 'duty', 'Hạn nộp': 'due', 'Trạng thái': 'state', 'Ngày nộp': 'doneOn' },
      ...{ 'Số ngày trễ': 'daysLate', 'Cán bộ đầu mối': 'liaisons' },
    },
    shapes: (lines) =>
      lines.map(({ liaisons, ...line }) => ({
        ...line,
        liaisons: liaisons === null ? [] : String(liaisons).split(', '),
      })),
  },
  ketqua: {
    key: ['code', 'year'],
    expects: expectResults,
    named: {
      ...{ Mã: 'code', 'Đánh giá': 'result', 'Nơi đã nhân rộng': 'spreadTo', 'Số đơn vị, hộ': 'spreadCount' },
      ...{ 'Tuyên truyền': 'publicity', 'Tham quan': 'visits', 'Báo cáo kinh nghiệm': 'experience' },
      ...{ 'Đề nghị khen thưởng': 'proposals', 'Kết quả khen thưởng': 'outcomes' },
      'Giới thiệu dự Hội nghị': 'nominated',
    },
  },
  khenthuong: {
    key: ['name'],
    expects: expectAwards,
    named: {
      ...{ 'Họ tên / tên tập thể': 'name', 'Đơn vị': 'unit', 'Hình thức khen thưởng': 'form', Cấp: 'level' },
      ...{ 'Kết quả': 'state', 'Số quyết định': 'number', 'Ngày quyết định': 'on' },
    },
  },
  tuyentruyen: {
    key: ['code'],
    expects: expectPublicity,
    named: {
      ...{ Mã: 'code', 'Điển hình': 'name', 'Ngày duyệt': 'approvedOn', 'Số lần tuyên truyền': 'times' },
      ...{ 'Phương tiện': 'media', 'Lần gần nhất': 'lastOn', 'Chưa lần nào': 'never' },
    },
  },
} satisfies Record<string, Comparison>;

type SheetWord = keyof typeof comparisons;
const words = Object.keys(comparisons).filter((word): word is SheetWord => word in comparisons);

/** The lines of a period's reports, by the word of the report. */
export type Sheets = Record<string, SheetLine[]>;

/** Asks for every report of a period, as the manager does, and reads what came. */
export async function readSheets(manager: ChatPerson, asked: Asked): Promise<Sheets> {
  const sheets: Sheets = {};
  for (const word of words) {
    const { named, under, shapes = (lines) => lines }: Comparison = comparisons[word];
    const years: Record<string, string> = word === 'ketqua' && asked.whole ? { Năm: 'year' } : {};
    const bytes = await asksFor(manager, word, { rest: asked.words });
    sheets[word] = shapes(await readLines(bytes, { named: { ...named, ...years }, ...(under && { under }) }));
  }
  return sheets;
}

/** Compares a period's reports with the model; returns how many lines were compared. */
export function compareSheets(sheets: Sheets, life: Life, asked: Asked): number {
  const then = lifeOn(life, asked.day);
  let compared = 0;
  for (const word of words) {
    const { key, expects }: Comparison = comparisons[word];
    const expected = expects(then, asked).map((line) => ({ ...line }));
    compareLines(sheets[word] ?? [], expected, key, `${word} ${asked.words}`);
    compared += expected.length;
  }
  return compared;
}
