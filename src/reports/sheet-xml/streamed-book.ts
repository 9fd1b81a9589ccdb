import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { lettersOf } from '../../text/letters.ts';
import {
  type BookAbout,
  lastRowOfExcel,
  mostBreaks,
  type Sheet,
  type SheetLayout,
  type Workbook,
} from '../workbook.ts';
import { type PlacedPicture, writeDrawingParts } from './drawing-xml.ts';
import { nameRange, writeSheetEnd, writeSheetStart } from './frame-xml.ts';
import { type NamedSheet, namePart, writeCommonParts, writePackageRelationships } from './package-xml.ts';
import { createRowWriter } from './rows-xml.ts';
import { createStyleTable, type StyleTable } from './style-table.ts';
import { openZip, type ZipParts } from './zip-parts.ts';

/** Letters of XML that are gathered before they become bytes of the part. */
const gathered = 64 * 1024;

/**
 * Starts an .xlsx file of any length, written as it grows. Of the rows that are on their way to the
 * file nothing stays in memory.
 */
export function openStreamedBook(path: string, about: BookAbout): Workbook {
  const zip = openZip(path, about.made);
  const styles = createStyleTable();
  const sheets: NamedSheet[] = [];
  const pictures = new Map<number, PlacedPicture[]>();
  zip.add('_rels/.rels', writePackageRelationships());
  return {
    sheet(layout) {
      const at = sheets.length;
      const named: NamedSheet = { name: layout.name, printArea: '$A$1' };
      sheets.push(named);
      const own: PlacedPicture[] = [];
      pictures.set(at, own);
      return openSheet({ zip, styles, part: zip.begin(namePart(at)), pictures: own }, layout, named);
    },
    async close() {
      for (const [at, own] of pictures)
        if (own.length > 0)
          for (const [name, content] of Object.entries(writeDrawingParts(at, own))) zip.add(name, content);
      for (const [name, xml] of Object.entries(writeCommonParts(sheets, about))) zip.add(name, xml);
      zip.add('xl/styles.xml', styles.write());
      await zip.close();
    },
    abandon: () => zip.abandon(),
  };
}

function openSheet(
  {
    zip,
    styles,
    part,
    pictures,
  }: { zip: ZipParts; styles: StyleTable; part: Writable; pictures: PlacedPicture[] },
  layout: SheetLayout,
  named: NamedSheet,
): Sheet {
  const { name, columnWidths, repeatedRows } = layout;
  const writeRows = createRowWriter(styles, columnWidths.length);
  const merged: string[] = [];
  const breaks: number[] = [];
  let next = 1;
  let waiting = writeSheetStart(layout);
  let full = false;
  const pass = () => {
    full = !part.write(waiting);
    waiting = '';
  };
  return {
    get next() {
      return next;
    },
    block(rows, merges = []) {
      if (next + rows.length > lastRowOfExcel) {
        throw new Error(`sheet "${name}" is full: Excel holds ${lastRowOfExcel} rows`);
      }
      waiting += writeRows(next, rows, merges);
      for (const merge of merges) merged.push(nameRange(next, merge));
      next += rows.length;
      if (waiting.length > gathered) pass();
    },
    breakPage() {
      if (breaks.length < mostBreaks) breaks.push(next - 1);
    },
    picture(picture) {
      pictures.push({ ...picture, row: next });
    },
    async drained() {
      pass();
      if (full) await Promise.race([zip.failed, once(part, 'drain')]);
    },
    finish({ filter }) {
      const last = lettersOf(columnWidths.length);
      named.printArea = `$A$1:$${last}$${Math.max(1, next - 1)}`;
      named.printTitles = repeatedRows && `$${repeatedRows.from}:$${repeatedRows.to}`;
      named.drawn = pictures.length > 0;
      part.end(waiting + writeSheetEnd(layout, { filter, merges: merged, breaks, drawn: named.drawn }));
      waiting = '';
    },
  };
}
