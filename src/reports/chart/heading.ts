import type { PictureTitle } from './chart-data.ts';
import { breakText, drawText, inks, pictureEdge, pictureWidth } from './svg.ts';

/** Draws title and subtitle; `bottom` is where the picture continues. */
export function drawHeading({ title, subtitle }: PictureTitle): { shapes: string[]; bottom: number } {
  const room = pictureWidth - 2 * pictureEdge;
  const shapes: string[] = [];
  let y = pictureEdge + 10;
  for (const [text, look] of [
    [title, { size: 42, bold: true }],
    [subtitle, { size: 28, fill: inks.soft }],
  ] as const) {
    for (const line of breakText(text, room, look, 2)) {
      y += look.size * 1.1;
      shapes.push(drawText(pictureEdge, y, line, look));
    }
    y += 12;
  }
  return { shapes, bottom: y + 14 };
}
