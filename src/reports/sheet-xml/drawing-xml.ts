import type { SheetPicture } from '../workbook.ts';
import { escapeXml, xmlHead } from './xml-text.ts';

/** A picture of a sheet, with the row at whose top it begins, from 1. */
export interface PlacedPicture extends SheetPicture {
  row: number;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/drawingml/2006';
/** English metric units, in which drawings are measured. */
const emuPerPoint = 12_700;

/** Returns the name of the part with the pictures of the nth sheet, which begin at 0. */
export const nameDrawing = (at: number) => `xl/drawings/drawing${at + 1}.xml`;

/** Writes the element of a sheet that names its drawing. */
export const drawingElement = `<drawing xmlns:r="${office}" r:id="rId1"/>`;

/** Writes the parts with the pictures of the nth sheet, by their names. */
export function writeDrawingParts(
  at: number,
  pictures: PlacedPicture[],
): Record<string, string | Uint8Array> {
  const media = pictures.map((_, i) => `image${at + 1}x${i + 1}.png`);
  return {
    [`xl/worksheets/_rels/sheet${at + 1}.xml.rels`]: relationships('drawing', [
      `../drawings/drawing${at + 1}.xml`,
    ]),
    [nameDrawing(at)]: drawing(pictures),
    [`xl/drawings/_rels/drawing${at + 1}.xml.rels`]: relationships(
      'image',
      media.map((name) => `../media/${name}`),
    ),
    ...Object.fromEntries(pictures.map(({ png }, i) => [`xl/media/${media[i]}`, png])),
  };
}

function drawing(pictures: PlacedPicture[]): string {
  const each = pictures.map(({ text, row, width, height }, i) => {
    const size = `cx="${Math.round(width * emuPerPoint)}" cy="${Math.round(height * emuPerPoint)}"`;
    return [
      `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row>`,
      `<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext ${size}/><xdr:pic><xdr:nvPicPr>`,
      `<xdr:cNvPr id="${i + 2}" name="Picture ${i + 1}" descr="${escapeXml(text)}"/>`,
      '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>',
      `<xdr:blipFill><a:blip xmlns:r="${office}" r:embed="rId${i + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
      `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>`,
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>',
    ].join('');
  });
  return `${xmlHead}<xdr:wsDr xmlns:xdr="${main}/spreadsheetDrawing" xmlns:a="${main}/main">${each.join('')}</xdr:wsDr>`;
}

function relationships(type: 'drawing' | 'image', targets: string[]): string {
  const each = targets.map(
    (target, i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}
