import { graphemes } from '../../text/graphemes.ts';
import { cleanPrintedText } from '../document/printed-text.ts';
import { measureText } from '../text-size.ts';

/** Width of every picture, in pixels: a phone shows it at a third of that. */
export const pictureWidth = 1080;
/** The free edge around a picture. */
export const pictureEdge = 40;

/** Black and dark for what counts, light and patterned for the rest: it prints without colours. */
export const inks = {
  text: '#111111',
  soft: '#555555',
  grid: '#d9d9d9',
  dark: '#1f4e79',
  light: '#dbe7f3',
  mark: '#a61b1b',
};

/** The look of a text. */
export interface TextLook {
  size: number;
  bold?: boolean;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  /** Whether lines run behind it, which a white edge keeps off its letters. */
  onLines?: boolean;
}

/** Draws a text with its base line at `y`. */
export function drawText(x: number, y: number, text: string, look: TextLook): string {
  const { size, bold, fill = inks.text, anchor = 'start', onLines } = look;
  const weight = bold ? ' font-weight="700"' : '';
  const edge = onLines
    ? ' stroke="#ffffff" stroke-width="8" stroke-linejoin="round" paint-order="stroke"'
    : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${weight} fill="${fill}"${edge} text-anchor="${anchor}">${escapeText(text)}</text>`;
}

/** Draws a rectangle; none where it has no width. */
export function drawBox(x: number, y: number, width: number, height: number, paint: string): string {
  if (width <= 0 || height <= 0) return '';
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${paint}/>`;
}

/** Draws a straight line. */
export function drawLine(from: [number, number], to: [number, number], paint: string): string {
  return `<line x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}" ${paint}/>`;
}

/** Puts a picture together: white ground, the pattern `url(#hatch)`, and its shapes. */
export function buildPicture(height: number, shapes: string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${Math.ceil(height)}" font-family="Be Vietnam Pro">`,
    `<defs><pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="12" height="12" fill="${inks.light}"/><rect width="4" height="12" fill="${inks.dark}"/></pattern></defs>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...shapes,
    '</svg>',
  ].join('');
}

/** Estimates the width of a text: the typeface is wider than the one that is measured. */
export function estimateWidth(text: string, { size, bold }: Pick<TextLook, 'size' | 'bold'>): number {
  return measureText(cleanPrintedText(text), { size, bold }) * 1.22;
}

/** Breaks a text into at most `most` lines of `room` pixels; the last may end with an ellipsis. */
export function breakText(text: string, room: number, look: TextLook, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of cleanPrintedText(text).split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || estimateWidth(longer, look) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] = `${lines[most - 1]}…`;
  return shown.map((each) => cutToRoom(each, room, look));
}

function cutToRoom(text: string, room: number, look: TextLook): string {
  if (estimateWidth(text, look) <= room) return text;
  const letters = Array.from(graphemes.segment(text.replace(/…$/, '')), ({ segment }) => segment);
  while (letters.length > 1 && estimateWidth(`${letters.join('')}…`, look) > room) letters.pop();
  return `${letters.join('')}…`;
}

function escapeText(text: string): string {
  return cleanPrintedText(text)
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
