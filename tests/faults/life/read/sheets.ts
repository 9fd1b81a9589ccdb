import { type ReadTable, readTableOf, type Value } from '../../../documents/read-table.ts';
import type { ChatPerson } from '../../../support/chat.ts';

/** A line of a sheet by the names of its columns. */
export type SheetLine = Record<string, unknown>;

/** Words of reports, and how the names of their files begin. */
const files = {
  ...{ tonghop: 'Bao-cao-tong-hop', danhsach: 'Bao-cao-danh-sach', linhvuc: 'Bao-cao-linh-vuc' },
  ...{ tiendo: 'Bao-cao-tien-do', ketqua: 'Bao-cao-ket-qua', khenthuong: 'Bao-cao-khen-thuong' },
  ...{ tuyentruyen: 'Bao-cao-tuyen-truyen', hoinghi: 'Bao-cao-hoi-nghi', dondoc: 'Bao-cao-don-doc' },
  ...{ goidien: 'Bao-cao-goi-dien', word: 'Bao-cao-ket-qua', dangky: 'Danh-sach-dang-ky' },
  congvan: 'Cong-van-don-doc',
};

/** A word by which a report is asked for. */
export type ReportWord = keyof typeof files;

/** Asks for a report in one line, and returns the file that comes. */
export async function asksFor(
  person: ChatPerson,
  word: ReportWord,
  { rest, kind = 'xlsx' }: { rest: string; kind?: 'xlsx' | 'docx' },
): Promise<Uint8Array> {
  await person.says(`/baocao ${word} ${rest}`);
  return (await person.receivesFile(new RegExp(`^${files[word]}.*\\.${kind}$`))).bytes;
}

/** The columns of a report by their headings; `under` names the heading above a line's group. */
export interface Columns {
  named: Record<string, string>;
  under?: string;
}

/** Reads the lines of a report. Throws where a named column is missing. */
export async function readLines(bytes: Uint8Array, { named, under }: Columns): Promise<SheetLine[]> {
  const table = await readTableOf(bytes);
  const columns = nameHeadings(table, named);
  return table.lines.map((values, i) => ({
    ...nameColumns(values, columns),
    ...(under !== undefined && { [under]: table.under[i] }),
  }));
}

/** Returns every column's name in the model; null: the model does not speak of it. */
function nameHeadings({ headings }: ReadTable, named: Record<string, string>): (string | null)[] {
  const columns = headings.map((heading) => named[heading.normalize()] ?? null);
  const missing = Object.values(named).filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Error(`no column ${missing.join(', ')} in ${headings.join(' | ')}`);
  return columns;
}

function nameColumns(values: Value[], columns: (string | null)[]): SheetLine {
  return Object.fromEntries(
    columns.flatMap((name, i) => {
      const value = values[i] ?? null;
      return name === null ? [] : [[name, value instanceof Date ? value.toISOString().slice(0, 10) : value]];
    }),
  );
}
