import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import CFB from 'cfb';
import { type PartToZip, zip } from './zip.ts';

const folder = join(import.meta.dirname, '../fixtures/office');

/** A real small file of `tests/fixtures/office`, as an office program wrote it. */
export function officeFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)));
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The main kinds of OOXML by a short name. */
export const ooxmlKinds = {
  docx: word,
  xlsx: excel,
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
  dotm: 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  xlsb: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
} as const;

/**
 * An OOXML file of this kind with more parts; `types` are further lines of `[Content_Types].xml`.
 */
export function ooxml(
  kind: keyof typeof ooxmlKinds,
  more: PartToZip[] = [],
  { types = '', encoding = 'utf8' as 'utf8' | 'utf16le' } = {},
): Uint8Array {
  const xml = `<?xml version="1.0"?><Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/main.xml" ContentType="${ooxmlKinds[kind]}"/>${types}</Types>`;
  const content = encoding === 'utf8' ? Buffer.from(xml) : Buffer.from(`\ufeff${xml}`, 'utf16le');
  return zip([{ name: '[Content_Types].xml', content }, { name: 'main.xml', content: '<w/>' }, ...more]);
}

/** Builds a compound file (OLE) with these streams: path → content. */
export function compound(streams: Record<string, Uint8Array | string>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(file, path, Buffer.from(content));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }));
}

/** A real file of before 2007 with further streams in it. */
export function withStreams(name: string, streams: Record<string, Uint8Array | string>): Uint8Array {
  const file = CFB.read(Buffer.from(officeFile(name)), { type: 'buffer' });
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(file, path, Buffer.from(content));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }));
}

/**
 * The real workbook of before 2007 whose only sheet is of this kind (1: macros of Excel 4) and
 * hidden so (2: very).
 */
export function workbookWithSheet(kind: number, hidden: number): Uint8Array {
  const bytes = Buffer.from(officeFile('excel-97.xls'));
  const at = bytes.indexOf(Buffer.from([0x85, 0x00]), 512);
  bytes.writeUInt8(hidden, at + 8);
  bytes.writeUInt8(kind, at + 9);
  return new Uint8Array(bytes);
}
