import { scaleLinear } from 'd3-scale';
import type { BarGroup, PictureTitle, PictureWords, UnitBar } from './chart-data.ts';
import { drawHeading } from './heading.ts';
import { sumOf } from './sum-of.ts';
import {
  breakText,
  buildPicture,
  drawBox,
  drawLine,
  drawText,
  inks,
  pictureEdge,
  pictureWidth,
} from './svg.ts';

const names = { left: pictureEdge, width: 340 };
const values = { left: 870 };
const bars = { left: names.left + names.width + 20, right: values.left - 20 };
const rowHeight = 48;
const groupHeight = 62;
const label = { size: 27 };

/**
 * Draws a bar for each unit against its quota, with the counts next to it. Approved is dark,
 * waiting is hatched; a thick mark stands at the minimum, a thin one at the maximum. `shared`: what
 * is said and measured of all pictures that belong together.
 */
export function drawUnitBars(
  groups: BarGroup[],
  title: PictureTitle,
  words: PictureWords,
  { highest, isEmpty } = findShared(groups),
): string {
  const { shapes, bottom } = drawHeading(title);
  const all = groups.flatMap((group) => group.bars);
  const x = scaleLinear().domain([0, highest]).range([bars.left, bars.right]);
  let y = drawLegend(shapes, bottom, words);
  if (all.length === 0) {
    shapes.push(drawText(pictureWidth / 2, y + 60, words('chart-no-units'), { size: 32, anchor: 'middle' }));
    return buildPicture(y + 120, shapes);
  }
  for (const { kind, bars: units, whole = units } of groups) {
    const met = whole.filter(({ quota, approved, waiting }) => approved + waiting >= quota.min).length;
    y += groupHeight;
    shapes.push(
      drawText(names.left, y - 16, kind, { size: 30, bold: true }),
      drawText(pictureWidth - pictureEdge, y - 16, words('chart-units-met', { met, of: whole.length }), {
        size: 26,
        fill: inks.soft,
        anchor: 'end',
      }),
      drawLine(
        [names.left, y - 4],
        [pictureWidth - pictureEdge, y - 4],
        `stroke="${inks.soft}" stroke-width="2"`,
      ),
    );
    for (const unit of units) {
      shapes.push(...drawRow(unit, y, x));
      y += rowHeight;
    }
  }
  if (isEmpty) {
    y += 56;
    shapes.push(drawText(pictureEdge, y - 12, words('chart-none-yet'), { size: 28, bold: true }));
  }
  return buildPicture(y + pictureEdge, shapes);
}

/** What pictures of the same units share. */
interface SharedByPictures {
  /** The end of the scale: the most that a unit has, or may have. */
  highest: number;
  /** None of the units has submitted anything, on no picture. */
  isEmpty: boolean;
}

/** Finds what the pictures of `groups` share. `all`: with the units that are left out of them. */
export function findShared(groups: BarGroup[], all = groups): SharedByPictures {
  const ends = groups.flatMap(({ bars: units }) =>
    units.map(({ quota, approved, waiting }) => Math.max(approved + waiting, quota.max ?? quota.min)),
  );
  const counted = (bar: UnitBar) => bar.approved + bar.waiting;
  return {
    highest: ends.reduce((most, end) => Math.max(most, end), 1),
    isEmpty: sumOf(all, ({ bars: units }) => sumOf(units, counted)) === 0,
  };
}

function drawRow(
  { unit, quota, approved, waiting }: UnitBar,
  top: number,
  x: (count: number) => number,
): string[] {
  const [y, height] = [top + 9, rowHeight - 18];
  const counted = approved + waiting;
  const short = counted < quota.min;
  const of =
    quota.max === null
      ? `≥${quota.min}`
      : quota.max === quota.min
        ? String(quota.min)
        : `${quota.min}–${quota.max}`;
  const [name = ''] = breakText(unit, names.width, label, 1);
  return [
    drawText(names.left + names.width, top + 34, name, { ...label, anchor: 'end' }),
    drawBox(x(0), y, x(quota.min) - x(0), height, `fill="#f2f2f2"`),
    drawBox(x(0), y, x(approved) - x(0), height, `fill="${inks.dark}"`),
    drawBox(
      x(approved),
      y,
      x(counted) - x(approved),
      height,
      `fill="url(#hatch)" stroke="${inks.dark}" stroke-width="2"`,
    ),
    // A white edge keeps the mark apart from a dark bar.
    drawLine(
      [x(quota.min), top + 2],
      [x(quota.min), top + rowHeight - 2],
      'stroke="#ffffff" stroke-width="12"',
    ),
    drawLine(
      [x(quota.min), top + 2],
      [x(quota.min), top + rowHeight - 2],
      `stroke="${inks.mark}" stroke-width="6"`,
    ),
    quota.max === null || quota.max === quota.min
      ? ''
      : drawLine(
          [x(quota.max), top + 4],
          [x(quota.max), top + rowHeight - 4],
          `stroke="${inks.soft}" stroke-width="2" stroke-dasharray="6 5"`,
        ),
    // Short of the minimum is bold: seen without colours.
    drawText(values.left, top + 34, `${counted}/${of}`, {
      ...label,
      bold: short,
      fill: short ? inks.mark : inks.text,
    }),
  ];
}

/** Returns where the rows begin. */
function drawLegend(shapes: string[], top: number, words: PictureWords): number {
  const y = top + 26;
  const text = { size: 25 };
  const box = (x: number, paint: string) => drawBox(x, y - 24, 40, 26, paint);
  shapes.push(
    box(pictureEdge, `fill="${inks.dark}"`),
    drawText(pictureEdge + 52, y, words('chart-approved'), text),
    box(300, `fill="url(#hatch)" stroke="${inks.dark}" stroke-width="2"`),
    drawText(352, y, words('chart-waiting'), text),
    drawLine([576, y - 28], [576, y + 4], `stroke="${inks.mark}" stroke-width="6"`),
    drawText(590, y, words('chart-minimum'), text),
    drawLine([826, y - 28], [826, y + 4], `stroke="${inks.soft}" stroke-width="3" stroke-dasharray="6 5"`),
    drawText(840, y, words('chart-maximum'), text),
  );
  return y + 20;
}

/** The height of the heading, the legend and the edges, at most. */
const headHeight = 370;

/**
 * Splits units into pictures that are at most `room` pixels high; a group may stand in several.
 * Without `room` they stay together.
 */
export function splitBars(groups: BarGroup[], room: number | undefined): BarGroup[][] {
  if (room === undefined) return [groups];
  const pages: BarGroup[][] = [[]];
  let free = room - headHeight;
  for (const { kind, bars: units } of groups) {
    for (const [at, unit] of units.entries()) {
      const here = pages.at(-1)?.at(-1);
      const begins = at === 0 || here === undefined;
      const need = rowHeight + (begins ? groupHeight : 0);
      if (need > free) {
        pages.push([]);
        free = room - headHeight;
      }
      const page = pages.at(-1);
      const open = page?.at(-1);
      if (at > 0 && open) open.bars.push(unit);
      else page?.push({ kind, bars: [unit], whole: units });
      free -= at > 0 && open ? rowHeight : rowHeight + groupHeight;
    }
  }
  return pages;
}
