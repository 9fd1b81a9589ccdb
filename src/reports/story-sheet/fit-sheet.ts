import { type Args, t } from '../../i18n.ts';
import type { LocalDate, Plan } from '../../plan/plan.ts';
import { pickWithin, weighMoment } from '../../stories/pick-moments.ts';
import type { Story } from '../../stories/story.ts';
import { listStoryEvents, type StoryEvent } from '../../stories/story-events.ts';
import { shorten } from '../../text/shorten.ts';
import { sumOf } from '../chart/sum-of.ts';
import { findLineStarts } from '../text-size.ts';
import { condenseRows, listSheetRows, type PrintedMoment } from './sheet-rows.ts';

/** A fact about the exemplar: its label, and what it says. */
export type SheetFact = [label: string, value: string];

/** The sheet as it fits: the first page, and what stands whole behind it. */
export interface FittedSheet {
  /** Points of both tables. */
  size: number;
  facts: SheetFact[];
  rows: PrintedMoment[];
  /** Facts that the first page shortens, whole. */
  longFacts: SheetFact[];
  /** Every moment, where the first page tells them in fewer lines; empty: it has all. */
  allRows: PrintedMoment[];
}

/** Points: body text on paper is at least 9. The larger is taken where everything fits. */
const sizes = [10, 9];
/** Points that the rows of both tables have on one page. */
const pageRoom = 452;
/**
 * Points between the edges of a cell, as the columns of `compose-sheet.ts` divide the page, and
 * the room that `findLineStarts` keeps free for Excel.
 */
const cellWidth = { fact: 359 + 17, event: 326 + 16 };
/** Points above and below the words of a row. */
const rowEdge = 2.5;
/** The most letters of a fact on the first page. */
const longestFact = 540;

const say = (key: string, args?: Args) => t('vi', key, args);

/**
 * Fits the sheet of an exemplar onto one page. Head and title take `taken` points more than usual.
 * Where its whole story does not fit, the page tells the activities and steps of a year in one
 * line. Then it leaves out the lightest lines and says so; a second page has everything.
 */
export function fitSheet(
  story: Story,
  { who, plan, today, taken }: { who: string; plan: Plan; today: LocalDate; taken: number },
): FittedSheet {
  const whole = listFacts(story, who);
  const facts = whole.map(([label, value]): SheetFact => [label, shorten(value, longestFact)]);
  const longFacts = whole.filter(([, value], i) => value !== facts[i]?.[1]);
  const events = listTold(story, { plan, today });
  const all = listSheetRows(events, plan);
  for (const size of sizes)
    if (sumOf(all, (row) => heightOf(row, size)) <= roomLeft(facts, size) - taken)
      return { size, facts, rows: all, longFacts, allRows: [] };
  const size = Math.min(...sizes);
  const rows = pickWithin(condenseRows(events, plan), {
    ...{ room: roomLeft(facts, size) - taken - measureRow('', cellWidth.event, size) },
    weigh: ({ weight }) => weight,
    height: (row) => heightOf(row, size),
  });
  const note = { day: '', part: '', weight: 0, words: say('story-sheet-more', { n: events.length }) };
  return { size, facts, rows: [...rows, note], longFacts, allRows: all };
}

/** Lists the moments to tell: of a proposal that was decided its decision, the own plan unnamed. */
function listTold(story: Story, { plan, today }: { plan: Plan; today: LocalDate }): StoryEvent[] {
  return listStoryEvents(story, plan.zone, today)
    .filter((event) => weighMoment(event) > 0)
    .map((event) => (event.plan === story.plan.code ? { ...event, plan: undefined } : event));
}

function roomLeft(facts: SheetFact[], size: number): number {
  return pageRoom - sumOf(facts, ([, value]) => measureRow(value, cellWidth.fact, size));
}

function listFacts(story: Story, who: string): SheetFact[] {
  const { exemplar, steps, help } = story;
  const living = steps.filter(({ droppedAt }) => droppedAt === null);
  const done = living.filter(({ doneOn }) => doneOn !== null).length;
  const facts: SheetFact[] = [
    [
      'story-sheet-unit',
      say('story-sheet-standing', {
        ...{ unit: exemplar.unitName, status: say(`status-${exemplar.status}`), done, n: living.length },
      }),
    ],
    ['story-sheet-who', who],
    ['story-sheet-summary', exemplar.summary],
    ['story-sheet-help', help.map(({ text }) => text).join('; ')],
  ];
  return facts.flatMap(([key, value]) =>
    value === '' ? [] : [[say(key), value.replace(/\s+/g, ' ')] satisfies SheetFact],
  );
}

function heightOf({ words }: PrintedMoment, size: number): number {
  return measureRow(words, cellWidth.event, size);
}

function measureRow(text: string, width: number, size: number): number {
  return findLineStarts(text, width, { size }).length * size * 1.15 + rowEdge;
}
