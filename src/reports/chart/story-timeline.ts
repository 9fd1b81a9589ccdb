import { type Args, type Locale, t } from '../../i18n.ts';
import { formatDate, localDate } from '../../plan/calendar.ts';
import type { LocalDate, Plan } from '../../plan/plan.ts';
import { pickWithin, weighMoment } from '../../stories/pick-moments.ts';
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

/**
 * The mark of a point: full of what happened, hollow of what is planned, crossed of what is
 * overdue. Awards are stars, nominations diamonds: full where they were granted or chosen.
 */
export type TimelineMark = 'done' | 'ahead' | 'late' | 'award' | 'noAward' | 'delegate' | 'nominee';

/** One point of the picture. */
export interface TimelinePoint {
  on: LocalDate;
  mark: TimelineMark;
  /** How much it tells: light points are left out first. */
  weight: number;
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
  // A proposal that was decided is told by its decision.
  const events = listStoryEvents(story, plan.zone, today).filter((event) => weighMoment(event) > 0);
  const points = events.map((event) => ({
    ...{ on: event.on, mark: markOf(event), weight: weighMoment(event) },
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
      more: (n) => say('story-others', { n }),
    },
  );
  return { png: await drawPng(svg), filename: `Dong-thoi-gian-${toAsciiWords(exemplar.code)}.png` };
}

function markOf(event: StoryEvent): TimelinePoint['mark'] {
  switch (event.event) {
    case 'step':
      return event.state;
    case 'award':
    case 'proposal':
      return event.of.state === 'granted' ? 'award' : 'noAward';
    case 'nomination':
      return event.of.state === 'chosen' ? 'delegate' : 'nominee';
    default:
      return 'done';
  }
}

/** Draws points along a line of time from the top down, with a line for today. */
export function drawTimeline(
  points: TimelinePoint[],
  title: PictureTitle,
  words: { today: LocalDate; todayWords: string; more(n: number): string },
): string {
  const { shapes, bottom } = drawHeading(title);
  const shown = pickWithin(points, {
    ...{ room: mostPoints, weigh: (one: TimelinePoint) => one.weight, height: () => 1 },
  });
  const left = points.length - shown.length;
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
    if (i === 1 && left > 0) {
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
  const words = { ...look, bold: mark === 'award' || mark === 'delegate' };
  const lines = breakText(text, room, words, 3);
  shapes.push(
    drawText(axis - 34, y, formatDate(on), { size: 28, bold: true, anchor: 'end' }),
    drawMark(mark, middle),
    drawText(axis + 40, y, part, { size: 25, bold: true, fill: inks.dark }),
    ...lines.map((line, i) => drawText(axis + 40, y + (i + 1) * lineHeight, line, words)),
  );
  return y + (lines.length + 1) * lineHeight + 24;
}

/** Draws a mark: circle, crossed square, star or diamond, which differ in grey on a phone. */
function drawMark(mark: TimelineMark, y: number): string {
  if (mark === 'late')
    return [
      drawBox(axis - 13, y - 13, 26, 26, `fill="#ffffff" stroke="${inks.mark}" stroke-width="5"`),
      drawLine([axis - 8, y - 8], [axis + 8, y + 8], `stroke="${inks.mark}" stroke-width="4"`),
      drawLine([axis - 8, y + 8], [axis + 8, y - 8], `stroke="${inks.mark}" stroke-width="4"`),
    ].join('');
  const isFull = mark === 'done' || mark === 'award' || mark === 'delegate';
  const paint = `fill="${isFull ? inks.dark : '#ffffff'}" stroke="${inks.dark}" stroke-width="5"`;
  if (mark === 'award' || mark === 'noAward') return drawShape(star, y, paint);
  if (mark === 'delegate' || mark === 'nominee') return drawShape(diamond, y, paint);
  return `<circle cx="${axis}" cy="${y}" r="${isFull ? 11 : 13}" ${paint}/>`;
}

const star = Array.from({ length: 10 }, (_, i): Corner => [i / 5, i % 2 === 0 ? 25 : 11]);
const diamond = Array.from({ length: 4 }, (_, i): Corner => [i / 2, 21]);

/** A corner: its angle in half turns from the top, and its distance from the middle. */
type Corner = [turn: number, distance: number];

function drawShape(corners: Corner[], y: number, paint: string): string {
  const points = corners.map(([turn, distance]) => {
    const angle = turn * Math.PI;
    return `${Math.round(axis + Math.sin(angle) * distance)},${Math.round(y - Math.cos(angle) * distance)}`;
  });
  return `<polygon points="${points.join(' ')}" stroke-linejoin="round" ${paint}/>`;
}
