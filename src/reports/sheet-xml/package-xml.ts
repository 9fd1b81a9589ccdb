import { nameDrawing } from './drawing-xml.ts';
import { escapeXml, xmlHead } from './xml-text.ts';

/** What the other parts of a workbook say of one of its sheets. */
export interface NamedSheet {
  name: string;
  /** Such as `$A$1:$E$24`. */
  printArea: string;
  /** Such as `$9:$11`; left out: no rows are repeated. */
  printTitles?: string | undefined;
  /** Whether it has pictures. */
  drawn?: boolean;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Returns the name of the part of the nth sheet, which begin at 0. */
export const namePart = (at: number) => `xl/worksheets/sheet${at + 1}.xml`;

/** Writes the parts of a workbook other than its sheets and styles, by their names. */
export function writeCommonParts(
  sheets: NamedSheet[],
  { title, author, made }: { title: string; author: string; made: Date },
): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypes(sheets),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map(
        (_, at) => [`${office}/relationships/worksheet`, `worksheets/sheet${at + 1}.xml`] as const,
      ),
      [`${office}/relationships/styles`, 'styles.xml'],
    ]),
    'docProps/core.xml': coreProperties(title, author, made),
    'docProps/app.xml': `${xmlHead}<Properties xmlns="${office}/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
  };
}

/** Writes the part that names the others; it is the same for every workbook, and comes first. */
export function writePackageRelationships(): string {
  return relationships([
    [`${office}/relationships/officeDocument`, 'xl/workbook.xml'],
    [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    [`${office}/relationships/extended-properties`, 'docProps/app.xml'],
  ]);
}

function contentTypes(sheets: NamedSheet[]): string {
  const parts: [name: string, type: string][] = [
    ['xl/workbook.xml', `${spreadsheet}.sheet.main+xml`],
    ...sheets.map((_, at): [string, string] => [namePart(at), `${spreadsheet}.worksheet+xml`]),
    ...sheets.flatMap(({ drawn }, at): [string, string][] =>
      drawn ? [[nameDrawing(at), 'application/vnd.openxmlformats-officedocument.drawing+xml']] : [],
    ),
    ['xl/styles.xml', `${spreadsheet}.styles+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ];
  const named = parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return [
    `${xmlHead}<Types xmlns="${packages}/content-types">`,
    sheets.some(({ drawn }) => drawn) ? '<Default Extension="png" ContentType="image/png"/>' : '',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    `<Default Extension="xml" ContentType="application/xml"/>${named.join('')}</Types>`,
  ].join('');
}

function relationships(of: (readonly [type: string, target: string])[]): string {
  const each = of.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

function workbook(sheets: NamedSheet[]): string {
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, printArea, printTitles }, at) => {
    const quoted = escapeXml(`'${name.replaceAll("'", "''")}'`);
    const defined = (what: string, range: string) =>
      `<definedName name="_xlnm.${what}" localSheetId="${at}">${quoted}!${range}</definedName>`;
    return [
      defined('Print_Area', printArea),
      ...(printTitles === undefined ? [] : [defined('Print_Titles', printTitles)]),
    ];
  });
  return [
    `${xmlHead}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}/relationships">`,
    `<sheets>${listed.join('')}</sheets><definedNames>${names.join('')}</definedNames>`,
    // Excel works the formulas out when it opens the file: the stored values are for other viewers.
    '<calcPr calcId="171027"/></workbook>',
  ].join('');
}

function coreProperties(title: string, author: string, made: Date): string {
  const at = `${made.toISOString().slice(0, 19)}Z`;
  const by = escapeXml(author);
  return [
    `${xmlHead}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${by}</dc:creator><cp:lastModifiedBy>${by}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
  ].join('');
}
