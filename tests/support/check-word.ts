import { unpackBudget, zipParts } from '../../src/attachments/zip-parts.ts';
import { checkPackage } from './check-package.ts';
import type { XmlElement } from './parse-xml.ts';

/** The parts of a .docx by name, as text. */
export async function readWordParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const part of await zipParts(bytes, unpackBudget())) {
    if (parts.has(part.name)) throw new Error(`${part.name} is there twice`);
    parts.set(part.name, (await part.whole()).toString('utf8'));
  }
  return parts;
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
  const { trees, faults } = checkPackage(await readWordParts(bytes));
  for (const [name, tree] of trees) if (name.startsWith('word/')) checkOrder(name, tree, faults);
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
