import { scaleLinear, scaleUtc } from 'd3-scale';
import { formatDate } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import type { DayCount, DaySpan, PictureTitle, PictureWords } from './chart-data.ts';
import { drawHeading } from './heading.ts';
import { buildPicture, drawLine, drawText, inks, pictureEdge, pictureWidth } from './svg.ts';

const height = 1080;
const frame = { left: 110, right: pictureWidth - 150, bottom: height - 110 };
const tickText = { size: 25, fill: inks.soft };

/**
 * Draws how many exemplars had been submitted and approved by each day. The last day of the duty
 * and the sum of the minimums are marked.
 */
export function drawDayLines(span: DaySpan, title: PictureTitle, words: PictureWords): string {
  const { counts, from, to, lastDay, wanted } = span;
  const { shapes, bottom } = drawHeading(title);
  const top = bottom + 80;
  const submitted = addUp(counts, ({ submitted }) => submitted);
  const approved = addUp(counts, ({ approved }) => approved);
  const most = Math.max(submitted.at(-1)?.sum ?? 0, wanted, 1);
  const y = scaleLinear().domain([0, most]).range([frame.bottom, top]).nice(5);
  const x = scaleUtc()
    .domain([noon(from), noon(to)])
    .range([frame.left, frame.right]);
  for (const tick of y.ticks(5).filter(Number.isInteger)) {
    shapes.push(
      drawLine([frame.left, y(tick)], [frame.right, y(tick)], `stroke="${inks.grid}" stroke-width="2"`),
      drawText(frame.left - 14, y(tick) + 9, String(tick), { ...tickText, anchor: 'end' }),
    );
  }
  for (const day of pickDays(from, to, 5)) {
    shapes.push(
      drawLine(
        [x(noon(day)), frame.bottom],
        [x(noon(day)), frame.bottom + 10],
        `stroke="${inks.soft}" stroke-width="2"`,
      ),
      drawText(x(noon(day)), frame.bottom + 44, formatDate(day).replace(/\/\d\d(?=\d\d$)/, '/'), {
        ...tickText,
        anchor: 'middle',
      }),
    );
  }
  if (wanted > 0) {
    shapes.push(
      drawLine(
        [frame.left, y(wanted)],
        [frame.right, y(wanted)],
        `stroke="${inks.soft}" stroke-width="3" stroke-dasharray="4 8"`,
      ),
    );
  }
  if (lastDay && lastDay >= from && lastDay <= to) {
    const at = x(noon(lastDay));
    const right = at > (frame.left + frame.right) / 2;
    shapes.push(
      drawLine(
        [at, top - 30],
        [at, frame.bottom],
        `stroke="${inks.mark}" stroke-width="4" stroke-dasharray="16 8"`,
      ),
      drawText(at + (right ? -12 : 12), top - 14, words('chart-due', { day: formatDate(lastDay) }), {
        size: 27,
        bold: true,
        fill: inks.mark,
        anchor: right ? 'end' : 'start',
      }),
    );
  }
  const draw = (points: Point[], paint: string) => {
    const steps = points.map(
      ({ day, sum }, index) => `${index === 0 ? `M${x(noon(from))} ${y(0)}` : ''}H${x(noon(day))}V${y(sum)}`,
    );
    return `<path d="${steps.join('')}${points.length > 0 ? `H${frame.right}` : `M${frame.left} ${y(0)}H${frame.right}`}" fill="none" ${paint}/>`;
  };
  const minimum =
    wanted > 0
      ? drawText(frame.right, y(wanted) - 12, words('chart-wanted', { n: wanted }), {
          ...({ size: 25, fill: inks.soft, anchor: 'end', onLines: true } as const),
        })
      : '';
  const ends = [submitted.at(-1)?.sum ?? 0, approved.at(-1)?.sum ?? 0] as const;
  const apart = Math.abs(y(ends[0]) - y(ends[1])) < 34 ? 34 - Math.abs(y(ends[0]) - y(ends[1])) : 0;
  shapes.push(
    draw(submitted, `stroke="${inks.dark}" stroke-width="7"`),
    draw(approved, `stroke="${inks.text}" stroke-width="5" stroke-dasharray="14 8"`),
    minimum,
    drawText(frame.right + 14, y(ends[0]) + 10 - apart, String(ends[0]), {
      size: 32,
      bold: true,
      fill: inks.dark,
    }),
    drawText(frame.right + 14, y(ends[1]) + 10, String(ends[1]), { size: 32, bold: true }),
  );
  const key = bottom + 22;
  shapes.push(
    drawLine([pictureEdge, key - 8], [pictureEdge + 70, key - 8], `stroke="${inks.dark}" stroke-width="7"`),
    drawText(pictureEdge + 84, key, words('chart-submitted-so-far'), { size: 27 }),
    drawLine(
      [560, key - 8],
      [630, key - 8],
      `stroke="${inks.text}" stroke-width="5" stroke-dasharray="14 8"`,
    ),
    drawText(644, key, words('chart-approved-so-far'), { size: 27 }),
  );
  if (ends[0] === 0)
    shapes.push(
      drawText((frame.left + frame.right) / 2, (top + frame.bottom) / 2, words('chart-none-yet'), {
        size: 32,
        anchor: 'middle',
        onLines: true,
      }),
    );
  return buildPicture(height, shapes);
}

interface Point {
  day: LocalDate;
  sum: number;
}

function addUp(counts: DayCount[], of: (count: DayCount) => number): Point[] {
  let sum = 0;
  return counts.flatMap((count) => {
    const more = of(count);
    sum += more;
    return more > 0 ? [{ day: count.day, sum }] : [];
  });
}

/** Picks at most so many days from the first to the last, evenly. */
function pickDays(from: LocalDate, to: LocalDate, most: number): LocalDate[] {
  const [first, last] = [noon(from).getTime(), noon(to).getTime()];
  const dayMs = 86_400_000;
  const days = Math.round((last - first) / dayMs);
  const step = Math.max(1, Math.ceil(days / (most - 1)));
  const picked: LocalDate[] = [];
  for (let day = 0; day <= days; day += step)
    picked.push(new Date(first + day * dayMs).toISOString().slice(0, 10));
  return picked;
}

/** A civil day as an instant, for a scale only. */
function noon(day: LocalDate): Date {
  return new Date(`${day}T12:00:00Z`);
}
