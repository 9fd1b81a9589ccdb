import { posix } from 'node:path';
import { unpackBudget, zipParts } from '../../src/attachments/zip-parts.ts';

/** An element of a part's XML. */
export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  /** Text of the element itself. */
  text: string;
}

/** The parts of a .docx by name, as text. */
export async function readWordParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const part of await zipParts(bytes, unpackBudget())) {
    if (parts.has(part.name)) throw new Error(`${part.name} is there twice`);
    parts.set(part.name, (await part.whole()).toString('utf8'));
  }
  return parts;
}

/** Parses XML as strictly as Word does; throws where Word would offer a repair. */
export function parseXml(xml: string): XmlElement {
  if (/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u.test(xml) || !xml.isWellFormed())
    throw new Error('a character that XML forbids');
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [root];
  let at = 0;
  for (const found of xml
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .matchAll(/<(\/?)([\w:]+)([^<>]*?)(\/?)>|[^<]+|</g)) {
    at = found.index;
    const [all, end, name, rest = '', empty] = found;
    const parent = open.at(-1);
    if (!parent) throw new Error(`something after the end at ${at}`);
    if (name === undefined) {
      if (all === '<' || /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(all))
        throw new Error(`not escaped at ${at}: ${all.slice(0, 40)}`);
      parent.text += unescapeXml(all);
    } else if (end) {
      if (parent.name !== name) throw new Error(`</${name}> ends <${parent.name}>`);
      open.pop();
    } else {
      const element: XmlElement = { name, attributes: readAttributes(rest), children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [only, ...more] = root.children;
  if (open.length !== 1 || !only || more.length > 0) throw new Error('not one whole element');
  return only;
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  const rest = text.replace(/\s+([\w:-]+)="([^"<]*)"/g, (_, name: string, value: string) => {
    if (attributes.has(name)) throw new Error(`attribute ${name} twice`);
    attributes.set(name, unescapeXml(value));
    return '';
  });
  if (rest.trim() !== '') throw new Error(`bad attributes: ${text}`);
  return attributes;
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:(lt|gt|quot|apos|amp)|#(x?)([\da-f]+));/gi, (_, name, hex, code) =>
    name ? (named[name] ?? '') : String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
  );
}

// ECMA-376, part 1, wml.xsd: the order of the children that our writer uses.
const order: Record<string, string | undefined> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
  'w:tblBorders': 'top left start bottom right end insideH insideV',
  'w:tblCellMar': 'top left start bottom right end',
  'w:pBdr': 'top left bottom right between bar',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
};

/** Lists the reasons why Word would offer to repair the file; an empty list when there are none. */
export async function listWordFaults(bytes: Uint8Array): Promise<string[]> {
  const parts = await readWordParts(bytes);
  const faults: string[] = [];
  const trees = new Map<string, XmlElement>();
  for (const [name, xml] of parts) {
    try {
      trees.set(name, parseXml(xml));
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : 'not XML'}`);
    }
  }
  faults.push(...findMissingTypes(parts, trees), ...findBadRelations(parts, trees));
  for (const [name, tree] of trees) if (name.startsWith('word/')) checkOrder(name, tree, faults);
  return faults;
}

function findMissingTypes(parts: Map<string, string>, trees: Map<string, XmlElement>): string[] {
  const types = trees.get('[Content_Types].xml')?.children ?? [];
  const endings = types.map(({ attributes }) => attributes.get('Extension')?.toLowerCase());
  const named = types.map(({ attributes }) => attributes.get('PartName'));
  return [
    ...[...parts.keys()].flatMap((name) =>
      name === '[Content_Types].xml' ||
      named.includes(`/${name}`) ||
      endings.includes(name.split('.').at(-1)?.toLowerCase())
        ? []
        : [`${name} has no content type`],
    ),
    ...named.flatMap((name) => (name && !parts.has(name.slice(1)) ? [`${name} is typed and missing`] : [])),
  ];
}

function findBadRelations(parts: Map<string, string>, trees: Map<string, XmlElement>): string[] {
  const faults: string[] = [];
  for (const [name, tree] of trees) {
    if (!name.endsWith('.rels')) continue;
    const owner = posix.join(posix.dirname(name), '..', posix.basename(name, '.rels'));
    const ids = new Set<string>();
    for (const { attributes } of tree.children) {
      const id = attributes.get('Id') ?? '';
      if (ids.has(id)) faults.push(`${name}: ${id} twice`);
      ids.add(id);
      const target = attributes.get('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(owner), target);
      if (attributes.get('TargetMode') !== 'External' && !parts.has(path))
        faults.push(`${name}: ${target} is missing`);
    }
    for (const [, id = ''] of (parts.get(owner) ?? '').matchAll(/\sr:(?:id|embed)="([^"]+)"/g))
      if (!ids.has(id)) faults.push(`${owner}: relation ${id} is missing`);
  }
  return faults;
}

function checkOrder(part: string, element: XmlElement, faults: string[]): void {
  const names = element.children.map(({ name }) => name.replace(/^w:/, ''));
  const wanted = order[element.name]?.split(' ');
  if (wanted) {
    const places = names.map((name) => wanted.indexOf(name));
    if (places.some((place, at) => place < 0 || place < (places[at - 1] ?? 0)))
      faults.push(`${part}: <${element.name}> holds ${[...new Set(names)].join(', ')}`);
  }
  // A cell and a body end with a paragraph; Word adds one that is missing, and says so.
  if (element.name === 'w:tc' && names.at(-1) !== 'p') faults.push(`${part}: a cell without a paragraph`);
  if (element.name === 'w:body' && names.at(-1) !== 'sectPr') faults.push(`${part}: no last section`);
  if (element.name === 'w:tbl') checkGrid(part, element, faults);
  for (const child of element.children) checkOrder(part, child, faults);
}

/** The cells of each row fill the grid, and their widths are the grid's. */
function checkGrid(part: string, table: XmlElement, faults: string[]): void {
  const children = (of: XmlElement, name: string) => of.children.filter((child) => child.name === name);
  const number = (of: XmlElement | undefined, name: string) => Number(of?.attributes.get(name) ?? 1);
  const grid = children(table, 'w:tblGrid').flatMap((one) => children(one, 'w:gridCol'));
  for (const row of children(table, 'w:tr')) {
    let at = 0;
    for (const cell of children(row, 'w:tc')) {
      const [properties] = children(cell, 'w:tcPr');
      const span = number(properties && children(properties, 'w:gridSpan')[0], 'w:val');
      const width = number(properties && children(properties, 'w:tcW')[0], 'w:w');
      const wide = grid.slice(at, at + span).reduce((sum, column) => sum + number(column, 'w:w'), 0);
      if (width !== wide && width !== 1) faults.push(`${part}: a cell ${width} wide over columns ${wide}`);
      at += span;
    }
    if (at !== grid.length) faults.push(`${part}: a row of ${at} in a grid of ${grid.length}`);
  }
}
