/**
 * The children and attributes that an element may have, by sml.xsd (ECMA-376, part 1). Only the
 * elements that our workbooks use.
 */
export interface ElementForm {
  children: string[];
  ordered: boolean;
  attributes: string[];
  /** Attributes that must be there. */
  needed: string[];
}

// Names in order; `!` marks an attribute that must be there.
const sequences: Record<string, [children: string, attributes: string]> = {
  worksheet: [
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst',
    'mc:Ignorable',
  ],
  sheetPr: ['tabColor outlinePr pageSetUpPr', 'filterMode published codeName'],
  pageSetUpPr: ['', 'autoPageBreaks fitToPage'],
  sheetViews: ['sheetView extLst', ''],
  sheetView: [
    'pane selection pivotSelection extLst',
    'showGridLines showRowColHeaders showZeros rightToLeft tabSelected showRuler showOutlineSymbols view topLeftCell zoomScale zoomScaleNormal workbookViewId!',
  ],
  pane: ['', 'xSplit ySplit topLeftCell activePane state'],
  selection: ['', 'pane activeCell activeCellId sqref'],
  sheetFormatPr: [
    '',
    'baseColWidth defaultColWidth defaultRowHeight! customHeight zeroHeight outlineLevelRow outlineLevelCol x14ac:dyDescent',
  ],
  cols: ['col', ''],
  col: ['', 'min! max! width style hidden bestFit customWidth outlineLevel collapsed'],
  sheetData: ['row', ''],
  row: [
    'c extLst',
    'r spans s customFormat ht hidden customHeight outlineLevel collapsed thickTop thickBot ph x14ac:dyDescent',
  ],
  c: ['f v is extLst', 'r s t cm vm ph'],
  f: ['', 't aca ref si ca bx'],
  v: ['', 'xml:space'],
  autoFilter: ['filterColumn sortState extLst', 'ref!'],
  mergeCells: ['mergeCell', 'count'],
  mergeCell: ['', 'ref!'],
  printOptions: ['', 'horizontalCentered verticalCentered headings gridLines gridLinesSet'],
  pageMargins: ['', 'left! right! top! bottom! header! footer!'],
  pageSetup: [
    '',
    'paperSize scale firstPageNumber fitToWidth fitToHeight pageOrder orientation usePrinterDefaults blackAndWhite draft cellComments useFirstPageNumber errors horizontalDpi verticalDpi copies r:id',
  ],
  headerFooter: [
    'oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter',
    'differentOddEven differentFirst scaleWithDoc alignWithMargins',
  ],
  rowBreaks: ['brk', 'count manualBreakCount'],
  brk: ['', 'id min max man pt'],
  drawing: ['', 'r:id!'],
  workbook: [
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst',
    'mc:Ignorable',
  ],
  sheets: ['sheet', ''],
  sheet: ['', 'name! sheetId! state r:id!'],
  definedNames: ['definedName', ''],
  definedName: ['', 'name! localSheetId hidden'],
  styleSheet: [
    'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
    'mc:Ignorable',
  ],
  numFmts: ['numFmt', 'count'],
  numFmt: ['', 'numFmtId! formatCode!'],
  fonts: ['font', 'count x14ac:knownFonts'],
  fills: ['fill', 'count'],
  fill: ['patternFill gradientFill', ''],
  borders: ['border', 'count'],
  border: ['start end left right top bottom diagonal vertical horizontal', 'diagonalUp diagonalDown outline'],
  cellStyleXfs: ['xf', 'count'],
  cellXfs: ['xf', 'count'],
  xf: [
    'alignment protection extLst',
    'numFmtId fontId fillId borderId xfId quotePrefix pivotButton applyNumberFormat applyFont applyFill applyBorder applyAlignment applyProtection',
  ],
  alignment: [
    '',
    'horizontal vertical textRotation wrapText indent relativeIndent justifyLastLine shrinkToFit readingOrder',
  ],
  cellStyles: ['cellStyle', 'count'],
  cellStyle: ['', 'name xfId! builtinId iLevel hidden customBuiltin'],
};

// A font is a choice of these, each at most once; Excel wants them in this order.
const font = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme';

const split = (names: string) => names.split(' ').filter((name) => name !== '');

/** Returns the form of an element; undefined: it is not checked. */
export function formOf(name: string): ElementForm | undefined {
  if (name === 'font') return { children: split(font), ordered: true, attributes: [], needed: [] };
  const found = sequences[name];
  if (!found) return undefined;
  const attributes = split(found[1]);
  return {
    children: split(found[0]),
    ordered: true,
    attributes: attributes.map((one) => one.replace('!', '')),
    needed: attributes.filter((one) => one.endsWith('!')).map((one) => one.slice(0, -1)),
  };
}
