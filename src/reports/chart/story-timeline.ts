import { type Args, type Locale, t } from '../../i18n.ts';
import { formatDate, localDate } from '../../plan/calendar.ts';
import type { LocalDate, Plan } from '../../plan/plan.ts';
import { sayStoryEvent } from '../../stories/say-event.ts';
import type { Story } from '../../stories/story.ts';
import { listStoryEvents, type StoryEvent } from '../../stories/story-events.ts';
import { toAsciiWords } from '../ascii-words.ts';
import type { PictureTitle } from './chart-data.ts';
import type { MadeChart } from './charts.ts';
import { drawPng } from './draw-png.ts';
import { drawHeading } from './heading.ts';
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

/** One point of the picture. */
export interface TimelinePoint {
  on: LocalDate;
  /** Filled: it happened; hollow: it is planned; crossed: it is overdue. */
  mark: 'done' | 'ahead' | 'late';
  /** The part of the story: review, step, activity, evaluation, proposal. */
  part: string;
  text: string;
}

/** The most points of a picture; more are left out in the middle. */
const mostPoints = 16;
const axis = 270;
const look = { size: 29 };
const lineHeight = 37;

/** Draws the timeline of an exemplar as a picture, in the language of the person who asked. */
export async function drawStory(
  story: Story,
  { plan, locale, now }: { plan: Plan; locale: Locale; now: Date },
): Promise<MadeChart> {
  const { exemplar } = story;
  const today = localDate(now, plan.zone);
  const say = (key: string, args?: Args) => t(locale, key, args);
  const points = listStoryEvents(story, plan.zone, today).map((event) => ({
    on: event.on,
    mark: markOf(event),
    part: say(`story-part-${event.event}`),
    text: sayStoryEvent({ locale, plan }, event),
  }));
  const svg = drawTimeline(
    points,
    {
      title: exemplar.name,
      subtitle: [exemplar.code, exemplar.unitName, say(`status-${exemplar.status}`)].join(' · '),
    },
    {
      today,
      todayWords: say('story-today', { day: formatDate(today) }),
      more: (n) => say('story-earlier', { n }),
    },
  );
  return { png: await drawPng(svg), filename: `Dong-thoi-gian-${toAsciiWords(exemplar.code)}.png` };
}

function markOf(event: StoryEvent): TimelinePoint['mark'] {
  return event.event === 'step' ? event.state : 'done';
}

/** Draws points along a line of time from the top down, with a line for today. */
export function drawTimeline(
  points: TimelinePoint[],
  title: PictureTitle,
  words: { today: LocalDate; todayWords: string; more(n: number): string },
): string {
  const { shapes, bottom } = drawHeading(title);
  const left = points.length - mostPoints;
  const shown = left > 0 ? [...points.slice(0, 2), ...points.slice(2 + left)] : points;
  const top = bottom + 30;
  let y = top;
  let passed = false;
  const drawToday = () => {
    passed = true;
    shapes.push(
      drawLine(
        [pictureEdge, y],
        [pictureWidth - pictureEdge, y],
        `stroke="${inks.mark}" stroke-width="3" stroke-dasharray="14 9"`,
      ),
      drawText(pictureWidth - pictureEdge, y - 10, words.todayWords, {
        size: 25,
        bold: true,
        fill: inks.mark,
        anchor: 'end',
      }),
    );
    y += 56;
  };
  for (const [i, point] of shown.entries()) {
    if (!passed && point.on > words.today) {
      y += 20;
      drawToday();
    }
    if (i === 2 && left > 0) {
      shapes.push(drawText(axis + 40, y, words.more(left), { size: 26, fill: inks.soft }));
      y += 50;
    }
    y = drawPoint(shapes, point, y);
  }
  if (!passed) {
    y += 12;
    drawToday();
  }
  const line = drawLine(
    [axis, top - 10],
    [axis, Math.max(top, y - 40)],
    `stroke="${inks.grid}" stroke-width="6"`,
  );
  return buildPicture(y + 10, [line, ...shapes]);
}

/** Draws one point with its day left and its words right; returns where the next one begins. */
function drawPoint(shapes: string[], { on, mark, part, text }: TimelinePoint, y: number): number {
  const middle = y - 10;
  const room = pictureWidth - axis - 40 - pictureEdge;
  const lines = breakText(text, room, look, 3);
  shapes.push(
    drawText(axis - 34, y, formatDate(on), { size: 28, bold: true, anchor: 'end' }),
    drawMark(mark, middle),
    drawText(axis + 40, y, part, { size: 25, bold: true, fill: inks.dark }),
    ...lines.map((line, i) => drawText(axis + 40, y + (i + 1) * lineHeight, line, look)),
  );
  return y + (lines.length + 1) * lineHeight + 24;
}

/** Marks differ without colours: a full circle, a hollow one, a square with a cross. */
function drawMark(mark: TimelinePoint['mark'], y: number): string {
  if (mark === 'late')
    return [
      drawBox(axis - 13, y - 13, 26, 26, `fill="#ffffff" stroke="${inks.mark}" stroke-width="5"`),
      drawLine([axis - 8, y - 8], [axis + 8, y + 8], `stroke="${inks.mark}" stroke-width="4"`),
      drawLine([axis - 8, y + 8], [axis + 8, y - 8], `stroke="${inks.mark}" stroke-width="4"`),
    ].join('');
  const paint =
    mark === 'done' ? `fill="${inks.dark}"` : `fill="#ffffff" stroke="${inks.dark}" stroke-width="5"`;
  return `<circle cx="${axis}" cy="${y}" r="13" ${paint}/>`;
}
