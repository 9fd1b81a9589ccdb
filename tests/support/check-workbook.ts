import { checkPackage } from './check-package.ts';
import { readWordParts } from './check-word.ts';
import type { XmlElement } from './parse-xml.ts';
import { type ElementForm, formOf } from './sheet-schema.ts';

/** Excel's limits. */
const lastRow = 1_048_576;
const lastColumn = 16_384;
const longestText = 32_767;
const highestRow = 409.5;
const widestColumn = 255;
const mostBreaks = 1026;

/**
 * Lists the reasons why Excel would offer to repair a workbook, or a strict reader refuse it; an
 * empty list when there are none (ECMA-376, part 1, sml.xsd, and Excel's limits).
 */
export async function listWorkbookFaults(bytes: Uint8Array): Promise<string[]> {
  const parts = await readWordParts(bytes);
  const { trees, faults } = checkPackage(parts);
  for (const [part, tree] of trees)
    if (part.startsWith('xl/') && !part.endsWith('.rels')) checkForm(part, tree, faults);
  const [book, styles] = ['xl/workbook.xml', 'xl/styles.xml'].map((part) => trees.get(part));
  if (!book || !styles) return [...faults, 'no workbook or no styles'];
  checkNames(book, faults);
  const looks = checkStyles(styles, faults);
  const texts = trees.get('xl/sharedStrings.xml')?.children.length ?? 0;
  for (const [part, tree] of trees)
    if (part.startsWith('xl/worksheets/sheet')) checkSheet(part, tree, { looks, texts }, faults);
  return faults;
}

const child = (of: XmlElement | undefined, name: string) => of?.children.find((one) => one.name === name);
const childrenOf = (of: XmlElement | undefined, name: string) =>
  of?.children.filter((one) => one.name === name) ?? [];
const numberIn = (of: XmlElement, name: string) => Number(of.attributes.get(name) ?? Number.NaN);

/** Names, order, and number of an element's children; its attributes. */
function checkForm(part: string, element: XmlElement, faults: string[]): void {
  const form: ElementForm | undefined = formOf(element.name);
  if (form) {
    const names = element.children.map(({ name }) => name);
    const places = names.map((name) => form.children.indexOf(name));
    if (places.some((place, at) => place < 0 || (form.ordered && place < (places[at - 1] ?? 0))))
      faults.push(`${part}: <${element.name}> holds ${[...new Set(names)].join(', ')}`);
    for (const name of element.attributes.keys())
      if (!form.attributes.includes(name) && !name.startsWith('xmlns'))
        faults.push(`${part}: <${element.name}> has an attribute ${name}`);
    for (const name of form.needed)
      if (!element.attributes.has(name)) faults.push(`${part}: <${element.name}> lacks ${name}`);
    const count = element.attributes.get('count');
    if (count !== undefined && Number(count) !== element.children.length)
      faults.push(`${part}: <${element.name}> counts ${count} of ${element.children.length}`);
  }
  for (const one of element.children) checkForm(part, one, faults);
}

function checkNames(book: XmlElement, faults: string[]): void {
  const names = childrenOf(child(book, 'sheets'), 'sheet').map(
    ({ attributes }) => attributes.get('name') ?? '',
  );
  for (const name of names)
    if (name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))
      faults.push(`a sheet is named "${name}"`);
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
    faults.push('two sheets of one name');
  for (const { attributes, text } of childrenOf(child(book, 'definedNames'), 'definedName')) {
    const at = Number(attributes.get('localSheetId') ?? 0);
    if (!names[at]) faults.push(`${attributes.get('name')} is of no sheet`);
    else if (!text.startsWith(`'${names[at].replaceAll("'", "''")}'!`))
      faults.push(`${attributes.get('name')} is ${text}`);
  }
}

/** Returns the number of looks of cells. */
function checkStyles(styles: XmlElement, faults: string[]): number {
  const size = (name: string) => child(styles, name)?.children.length ?? 0;
  const formats = childrenOf(child(styles, 'numFmts'), 'numFmt').map((one) => numberIn(one, 'numFmtId'));
  if (new Set(formats).size < formats.length) faults.push('two formats of one number');
  if (size('fills') < 2) faults.push('the two first fills are Excel’s own');
  const looks = childrenOf(child(styles, 'cellXfs'), 'xf');
  for (const [at, look] of looks.entries()) {
    for (const [name, most] of [
      ['fontId', size('fonts')],
      ['fillId', size('fills')],
      ['borderId', size('borders')],
      ['xfId', size('cellStyleXfs')],
    ] as const)
      if (!(numberIn(look, name) < most)) faults.push(`look ${at}: ${name} of ${most}`);
    const format = numberIn(look, 'numFmtId');
    if (format >= 164 && !formats.includes(format)) faults.push(`look ${at}: no format ${format}`);
  }
  return looks.length;
}

function checkSheet(
  part: string,
  sheet: XmlElement,
  { looks, texts }: { looks: number; texts: number },
  faults: string[],
): void {
  const fault = (what: string) => faults.push(`${part}: ${what}`);
  let above = 0;
  for (const row of childrenOf(child(sheet, 'sheetData'), 'row')) {
    const number = numberIn(row, 'r');
    if (!(number > above && number <= lastRow)) fault(`row ${number} after row ${above}`);
    above = number;
    if (numberIn(row, 'ht') > highestRow) fault(`row ${number} is ${row.attributes.get('ht')} high`);
    let before = 0;
    for (const cell of row.children) {
      const place = cell.attributes.get('r') ?? '';
      const { column, row: of } = placeOf(place);
      if (of !== number || !(column > before && column <= lastColumn))
        fault(`cell ${place} in row ${number}`);
      before = column;
      if (cell.attributes.has('s') && !(numberIn(cell, 's') < looks)) fault(`cell ${place} has no such look`);
      checkValue(cell, place, texts, fault);
    }
  }
  const ranges = childrenOf(child(sheet, 'mergeCells'), 'mergeCell').map(
    (one) => one.attributes.get('ref') ?? '',
  );
  const merged = new Set<string>();
  for (const range of ranges) {
    const [from, to] = range.split(':').map(placeOf);
    if (
      !from ||
      !to ||
      from.row > to.row ||
      from.column > to.column ||
      range.split(':')[0] === range.split(':')[1]
    )
      fault(`merges ${range}`);
    else
      for (let row = from.row; row <= to.row; row++)
        for (let column = from.column; column <= to.column; column++) {
          if (merged.has(`${column}:${row}`)) fault(`merges ${range} twice`);
          merged.add(`${column}:${row}`);
        }
  }
  let last = 0;
  for (const column of childrenOf(child(sheet, 'cols'), 'col')) {
    const [from, to, wide] = [numberIn(column, 'min'), numberIn(column, 'max'), numberIn(column, 'width')];
    if (!(from > last && to >= from && to <= lastColumn)) fault(`columns ${from} to ${to}`);
    if (!(wide > 0 && wide <= widestColumn)) fault(`a column is ${wide} wide`);
    last = to;
  }
  const breaks = childrenOf(child(sheet, 'rowBreaks'), 'brk').map((one) => numberIn(one, 'id'));
  if (breaks.length > mostBreaks) fault(`${breaks.length} page breaks`);
  if (breaks.some((row, at) => !(row > (breaks[at - 1] ?? 0) && row < above)))
    fault('page breaks out of order');
  for (const { text } of child(sheet, 'headerFooter')?.children ?? [])
    if (text.length > 255) fault('a header is too long');
}

function checkValue(cell: XmlElement, place: string, texts: number, fault: (what: string) => void): void {
  const type = cell.attributes.get('t') ?? 'n';
  const value = child(cell, 'v')?.text;
  const formula = child(cell, 'f')?.text;
  if (formula !== undefined && (formula === '' || formula.startsWith('=') || formula.length > 8192))
    fault(`cell ${place} has the formula "${formula}"`);
  if (type === 'n' && value !== undefined && (value.trim() === '' || !Number.isFinite(Number(value))))
    fault(`cell ${place} has the number "${value}"`);
  if (type === 's' && !(Number(value) < texts)) fault(`cell ${place} has no such text`);
  const text = type === 'inlineStr' ? (child(child(cell, 'is'), 't')?.text ?? '') : (value ?? '');
  if (type !== 'n' && text.length > longestText) fault(`cell ${place} holds ${text.length} characters`);
  if (!['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'].includes(type))
    fault(`cell ${place} is of type ${type}`);
}

function placeOf(name: string): { column: number; row: number } {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d+)$/.exec(name) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(row) };
}
