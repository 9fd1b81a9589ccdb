import type { CellStyle } from '../sheet-style.ts';
import { escapeXml, xmlHead } from './xml-text.ts';

/** The looks of a workbook's cells: each has a number, in the order of first use. */
export interface StyleTable {
  /** Returns the number of a style. Styles that are one object are found fastest. */
  numberOf(style: CellStyle): number;
  /** Writes the part `xl/styles.xml`. */
  write(): string;
}

/** Number formats that every reader knows by number. */
const builtIn: Record<string, number> = { '0': 1, '#,##0': 3, '0%': 9, '@': 49 };
/** Own formats begin here. */
const firstOwnFormat = 164;
const defaultFont = '<font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font>';
const noBorder = '<border><left/><right/><top/><bottom/><diagonal/></border>';
const sides = ['left', 'right', 'top', 'bottom'] as const;

/** Creates a table that has the default look only: number 0. */
export function createStyleTable(): StyleTable {
  const known = new WeakMap<CellStyle, number>();
  const fonts = createNumbered([defaultFont]);
  const borders = createNumbered([noBorder]);
  const looks = createNumbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  const formats = createNumbered([]);

  function add(style: CellStyle): number {
    const { numFmt, border } = style;
    const format = numFmt === undefined ? 0 : (builtIn[numFmt] ?? firstOwnFormat + formats.of(numFmt));
    const parts = [
      `numFmtId="${format}" fontId="${fonts.of(fontXml(style))}" fillId="0"`,
      `borderId="${border ? borders.of(borderXml(border)) : 0}" xfId="0"`,
      `${format > 0 ? 'applyNumberFormat="1" ' : ''}applyFont="1"${border ? ' applyBorder="1"' : ''} applyAlignment="1"`,
    ];
    return looks.of(`<xf ${parts.join(' ')}>${alignmentXml(style)}</xf>`);
  }

  return {
    numberOf(style) {
      const found = known.get(style);
      if (found !== undefined) return found;
      const number = add(style);
      known.set(style, number);
      return number;
    },
    write: () =>
      [
        `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
        ...(formats.all.length > 0
          ? [
              list(
                'numFmts',
                formats.all.map(
                  (code, at) => `<numFmt numFmtId="${firstOwnFormat + at}" formatCode="${escapeXml(code)}"/>`,
                ),
              ),
            ]
          : []),
        list('fonts', fonts.all),
        list(
          'fills',
          ['none', 'gray125'].map((one) => `<fill><patternFill patternType="${one}"/></fill>`),
        ),
        list('borders', borders.all),
        list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
        list('cellXfs', looks.all),
        list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
        '</styleSheet>',
      ].join(''),
  };
}

function list(name: string, items: string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function fontXml({ font }: CellStyle): string {
  const marks = `${font.bold ? '<b/>' : ''}${font.italic ? '<i/>' : ''}${font.underline ? '<u/>' : ''}`;
  return `<font>${marks}<sz val="${font.size}"/><name val="${escapeXml(font.name)}"/></font>`;
}

function borderXml(border: NonNullable<CellStyle['border']>): string {
  const lines = sides.map((side) => {
    const line = border[side];
    return line ? `<${side} style="${line.style}"/>` : `<${side}/>`;
  });
  return `<border>${lines.join('')}<diagonal/></border>`;
}

/** Excel's word for `middle` is `center`. */
function alignmentXml({ alignment }: CellStyle): string {
  const { horizontal, vertical, wrapText } = alignment;
  const shrinks = 'shrinkToFit' in alignment && alignment.shrinkToFit === true;
  const given = [
    horizontal && `horizontal="${horizontal}"`,
    `vertical="${vertical === 'middle' ? 'center' : vertical}"`,
    wrapText && 'wrapText="1"',
    shrinks && 'shrinkToFit="1"',
  ];
  return `<alignment ${given.filter(Boolean).join(' ')}/>`;
}

/** Values with numbers in the order of first use. */
function createNumbered(first: string[]): { all: string[]; of(value: string): number } {
  const all = [...first];
  const numbers = new Map(all.map((value, at) => [value, at]));
  return {
    all,
    of(value) {
      const found = numbers.get(value);
      if (found !== undefined) return found;
      numbers.set(value, all.length);
      return all.push(value) - 1;
    },
  };
}
