import { scaleLinear } from 'd3-scale';
import type { SubjectCode } from '../../plan/plan.ts';
import type { CategoryCount, PictureTitle, PictureWords } from './chart-data.ts';
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

const right = pictureWidth - pictureEdge;
const bars = { left: pictureEdge, right: right - 230 };
const label = { size: 29 };

/**
 * Draws the share of each category by subject, with count and percentage. `chosen`: the counts are
 * of chosen states, so that nothing of them is not nothing at all.
 */
export function drawCategoryShares(
  counts: CategoryCount[],
  subjects: { code: SubjectCode; name: string }[],
  title: PictureTitle,
  words: PictureWords,
  chosen = false,
): string {
  const { shapes, bottom } = drawHeading(title);
  const whole = sumOf(counts, ({ count }) => count);
  const x = scaleLinear()
    .domain([0, Math.max(1, ...counts.map(({ count }) => count))])
    .range([bars.left, bars.right]);
  let y = bottom;
  for (const { code, name } of subjects) {
    const own = counts.filter(({ subject }) => subject === code);
    const together = sumOf(own, ({ count }) => count);
    y += 50;
    shapes.push(
      drawText(pictureEdge, y - 12, name, { size: 32, bold: true }),
      drawText(right, y - 12, words('chart-share', { n: together, percent: percentOf(together, whole) }), {
        size: 29,
        bold: true,
        anchor: 'end',
      }),
      drawLine([pictureEdge, y], [right, y], `stroke="${inks.soft}" stroke-width="2"`),
    );
    for (const { category, count } of own) {
      for (const line of breakText(category, right - pictureEdge, label, 2)) {
        y += 36;
        shapes.push(drawText(pictureEdge, y, line, label));
      }
      const paint =
        code === 'collective'
          ? `fill="${inks.dark}"`
          : `fill="url(#hatch)" stroke="${inks.dark}" stroke-width="2"`;
      shapes.push(
        drawBox(x(0), y + 10, x(count) - x(0), 30, paint),
        drawText(
          x(count) + 14,
          y + 36,
          words('chart-share', { n: count, percent: percentOf(count, whole) }),
          label,
        ),
      );
      y += 52;
    }
    y += 14;
  }
  if (whole === 0) {
    y += 40;
    shapes.push(
      drawText(pictureEdge, y, words(chosen ? 'chart-none-such' : 'chart-none-yet'), {
        size: 30,
        bold: true,
      }),
    );
  }
  return buildPicture(y + pictureEdge, shapes);
}

/** Per cent with one digit; 0 of nothing. */
function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}
