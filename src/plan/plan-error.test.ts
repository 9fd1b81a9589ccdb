import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadPlan, loadUnits } from './load.ts';
import { sayMistake } from './mistake.ts';
import { PlanError } from './plan-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'plan-error-'));
afterAll(() => rmSync(folder, { recursive: true }));

const smallFile = 'tests/fixtures/plans/small.yaml';
const small = readFileSync(smallFile, 'utf8');
const units = readFileSync('tests/fixtures/plans/small-units.yaml', 'utf8');

function errorOf(content: string | Uint8Array, load: (file: string) => unknown = loadPlan): PlanError {
  const file = join(folder, 'tep.yaml');
  writeFileSync(file, content);
  try {
    load(file);
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
  throw new Error('the file can be used');
}

function changed(from: string, to: string): { text: string; line: number } {
  const at = small.indexOf(from);
  if (at < 0) throw new Error(`"${from}" is not in the small plan`);
  return { text: small.replace(from, to), line: small.slice(0, at).split('\n').length };
}

test.each([
  ['a space of a web page', '  superior: Ủy', '\u00a0 superior: Ủy', 'gõ lại bằng dấu cách thường'],
  ['a dash of a word processor', '  - code: farmer', '  – code: farmer', 'gõ lại bằng dấu gạch nối'],
  ['a key with a slip', 'zone: Asia', 'zome: Asia', 'zome: không có mục tên này ở đây: sửa chính tả'],
  ['a day that is none', 'date: 2023-03-31', 'date: 2023-02-30', 'không phải một ngày có trên lịch'],
  ['a day as people write it', 'date: 2023-03-31', 'date: 31/3/2023', 'ghi theo năm-tháng-ngày'],
  [
    'years outside the period',
    'to: 2024 }\n  - code: closing',
    'to: 2029 }\n  - code: closing',
    'nằm ngoài giai đoạn 2023–2024',
  ],
  ['a quota that cannot be', 'min: 2, max: 3', 'min: 5, max: 3', 'có min lớn hơn max'],
  ['a number in words', 'min: 2, max: 3', 'min: hai, max: 3', 'cần một số nguyên từ 0 đến 10000'],
  [
    'an unknown kind',
    'owedBy: [village, school]',
    'owedBy: [village, truong]',
    '“truong” không phải mã loại đơn vị nào ở đây; các mã đã có: village, school, club',
  ],
  [
    'a way in Vietnamese',
    'fulfilledBy: filing',
    'fulfilledBy: nộp',
    'chỉ ghi một trong: registration, filing',
  ],
  [
    'a code that is taken',
    '- code: school',
    '- code: village',
    'mã “village” đã dùng ở trên: mỗi mục cần một mã riêng',
  ],
  ['a tab', '  superior: Ủy', '\tsuperior: Ủy', 'thụt đầu dòng bằng phím Tab: thay bằng dấu cách'],
  [
    'a line that stands too far in',
    '  publicist:',
    '   publicist:',
    'đầu dòng không thẳng với các mục cùng cấp',
  ],
  ['a colon within braces', 'text: Chấp hành tốt pháp luật', 'text: Chấp hành: tốt', 'đặt trong ngoặc kép'],
  ['quotes within quotes', '"Thôn, xóm kiểu mẫu"', '"Thôn "xóm" mẫu"', 'đặt trong dấu nháy đơn'],
  ['a key twice', 'place: An Phú', 'place: An Phú\nplace: An Phú', 'mục này đã ghi ở trên: giữ một, xóa một'],
  ['hours without quotes', 'at: "07:30"', 'at: 7h30', 'cần một giờ từ "00:00" đến "23:59"'],
  ['no registration', 'fulfilledBy: registration', 'fulfilledBy: filing', 'thiếu việc đăng ký'],
])('%s is said in Vietnamese, with its line', (_, from, to, says) => {
  const { text, line } = changed(from, to);
  const found = errorOf(text).linesIn('vi');
  const said = found.find((one) => one.includes(says));
  expect(said, found.join('\n')).toBeDefined();
  const at = Number(/tep\.yaml:(\d+)/.exec(said ?? '')?.[1]);
  expect(at).toBeGreaterThan(0);
  // The line is the changed one, its neighbour, or the list that lacks an entry.
  if (says !== 'thiếu việc đăng ký') expect(Math.abs(at - line)).toBeLessThanOrEqual(4);
});

test.each([
  ['an empty file', '', 'không phải tệp kế hoạch'],
  ['a file of remarks', '\n# chỉ có ghi chú\n', 'không phải tệp kế hoạch'],
  ['a table of a spreadsheet', 'Mã;Tên;Loại\nKNOI;Khoa Nội;khoa\n', 'không phải tệp kế hoạch'],
  ['a file of Word or Excel', Uint8Array.from([80, 75, 3, 4, 20, 0, 6, 0, 255, 254, 0, 1]), 'bảng mã UTF-8'],
  ['five megabytes', `${small}${`# ${'x'.repeat(98)}\n`.repeat(50_000)}`, 'quá lớn so với một tệp kế hoạch'],
])('%s is no plan, and both languages say so', (_, content, says) => {
  const error = errorOf(content);
  expect(error.linesIn('vi').join('\n')).toContain(says);
  expect(error.lines).toHaveLength(error.linesIn('vi').length);
  expect(error.lines.join()).not.toMatch(/[ạảãáàăâđêếệôơưừứ]/);
});

test.each([
  ['with a byte order mark', `\ufeff${small}`],
  ['with the line ends of Windows', small.replaceAll('\n', '\r\n')],
  ['with accents apart', small.normalize('NFD')],
  ['as UTF-16 of Notepad', Buffer.from(`\ufeff${small}`, 'utf16le')],
])('a plan %s is read as the same plan', (_, content) => {
  const file = join(folder, 'khac.yaml');
  writeFileSync(file, content);
  expect(loadPlan(file)).toEqual(loadPlan(smallFile));
});

test.each([
  ['a code twice', units.replace('code: THON2', 'code: THON1'), ':3: 1.code: mã “THON1” đã dùng'],
  ['a name twice', units.replace('Thôn Đoài, s', 'Thôn Đông, s'), ':3: 1.name: tên “Thôn Đông” đã dùng'],
  [
    'an unknown kind',
    units.replace('kind: school', 'kind: trường'),
    '“trường” không phải mã loại đơn vị của kế hoạch',
  ],
  ['a code in small letters', units.replace('code: MN', 'code: mn'), 'chữ in hoa không dấu'],
  ['an export as CSV', 'code,name,short,kind\nMN,Mầm non,MN,school\n', ':1: không phải danh sách đơn vị'],
])('a list of units with %s is explained in Vietnamese', (_, content, says) => {
  const plan = loadPlan(smallFile);
  const found = errorOf(content, (file) => loadUnits(file, plan)).linesIn('vi');
  expect(found.join('\n')).toContain(says);
});

test('one tab is one mistake, with the line that follows from it at most', () => {
  const error = errorOf(small.replace('  superior: Ủy', '\tsuperior: Ủy'));
  expect(error.lines.length).toBeLessThanOrEqual(2);
  expect(error.linesIn('vi')[0]).toContain('phím Tab');
});

test('an operator reads each mistake in English, and under it in Vietnamese', () => {
  const error = errorOf(small.replace('min: 2, max: 3', 'min: 5, max: 3'));
  expect(error.linesInBoth).toEqual([
    error.lines[0],
    '  → có min lớn hơn max: số tối thiểu không được quá số tối đa',
  ]);
});

test('a message that is no text of the program is still a sentence', () => {
  expect(sayMistake('vi', 'Invalid input')).toBe('chưa đúng dạng (Invalid input)');
  expect(sayMistake('en', '{"x":1}')).toBe('{"x":1}');
});
