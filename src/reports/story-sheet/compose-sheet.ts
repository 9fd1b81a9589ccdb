import { type Args, t } from '../../i18n.ts';
import { formatDate, formatOfficialDate, localDate } from '../../plan/calendar.ts';
import type { LocalDate, Plan } from '../../plan/plan.ts';
import { describeUnitDocument } from '../../plan/unit-document.ts';
import { sayStoryEvent } from '../../stories/say-event.ts';
import type { Story } from '../../stories/story.ts';
import { listStoryEvents, type StoryEvent } from '../../stories/story-events.ts';
import { capitalise } from '../../text/letters.ts';
import { shorten } from '../../text/shorten.ts';
import type { DocumentPart, OfficialDocument } from '../document/document.ts';
import { describePlan } from '../make-file.ts';

/** The body that prints the sheet: its head, and who signs. */
export interface SheetHead {
  superior?: string;
  issuer: string;
  place: string;
  signer: { authority?: string[]; title: string; name?: string };
}

/** The person who prints the sheet, and when. `who`: the exemplar in one line. */
export interface SheetBy {
  who: string;
  author: string;
  now: Date;
  /** Left out: the office prints it. */
  head?: SheetHead | undefined;
}

/** Describes the head of a sheet that a unit prints. */
export function headOfUnit(plan: Plan, unit: { name: string; short: string; kind: string }): SheetHead {
  const { superior, issuer, place, signer } = describeUnitDocument(plan, unit);
  return {
    ...(superior && { superior }),
    ...{ issuer, place },
    signer: { authority: signer.slice(0, -1), title: signer.at(-1) ?? '' },
  };
}

function headOfOffice({ bodies, place }: Plan): SheetHead {
  const { superior, issuer, signerTitle, signerName } = bodies;
  return {
    ...{ superior, issuer, place },
    signer: { title: signerTitle, ...(signerName && { name: signerName }) },
  };
}

/** Points: body text on paper is at least 9. */
const size = 10;
/** Lines that both tables have on one page, and letters of a line of each. */
const room = { lines: 28, fact: 80, event: 74 };
/** The edges of a row, in lines. */
const rowEdge = 0.16;

const say = (key: string, args?: Args) => t('vi', key, args);

/**
 * Composes the *Phiếu theo dõi điển hình*: who the exemplar is, and its moments by day, on one
 * page. Where there are too many, the first and the newest stay, with a line that says so.
 */
export function composeStorySheet(plan: Plan, story: Story, by: SheetBy): OfficialDocument {
  const { who, author, now, head = headOfOffice(plan) } = by;
  const { exemplar } = story;
  const today = localDate(now, plan.zone);
  const { signer, place, ...bodies } = head;
  const facts = listFacts(story, who);
  const taken = facts.reduce((sum, [, value]) => sum + countLines(value, room.fact), 0);
  const rows = fitEvents(listStoryEvents(story, plan.zone, today), plan, room.lines - taken);
  return {
    title: say('story-sheet-title', { code: exemplar.code }),
    author,
    made: now,
    sections: [
      {
        orientation: 'portrait',
        parts: [
          { part: 'head', ...bodies, placeAndDate: formatOfficialDate(place, today) },
          {
            part: 'title',
            name: say('story-sheet-name'),
            subject: shorten(`${exemplar.code} – ${exemplar.name}`, 100),
            notes: [`(${say('story-sheet-plan', { plan: describePlan(plan) })})`],
          },
          tableOfFacts(facts),
          { part: 'heading', level: 2, text: say('story-timeline') },
          tableOfEvents(rows),
          {
            part: 'closing',
            left: { title: say('story-sheet-made-by'), note: say('story-sheet-sign') },
            right: { ...signer, note: say('story-sheet-sign-seal') },
          },
        ],
      },
    ],
  };
}

function listFacts(story: Story, who: string): [label: string, value: string][] {
  const { exemplar, steps, help } = story;
  const living = steps.filter(({ droppedAt }) => droppedAt === null);
  const done = living.filter(({ doneOn }) => doneOn !== null).length;
  const facts: [string, string][] = [
    ['story-sheet-unit', exemplar.unitName],
    ['story-sheet-who', shorten(who, 2 * room.fact)],
    ['story-sheet-status', capitalise(say(`status-${exemplar.status}`))],
    ['story-sheet-summary', shorten(exemplar.summary, 4 * room.fact)],
    ['story-sheet-steps', say('story-sheet-steps-done', { done, n: living.length })],
    ['story-sheet-help', shorten(help.map(({ text }) => text).join('; '), 2 * room.fact)],
  ];
  return facts.flatMap(([key, value]) => (value === '' ? [] : [[say(key), value] as [string, string]]));
}

/** One line of the timeline: its day, its part of the story, its words. */
type EventRow = [day: string, part: string, words: string];

/** Picks the moments that fit: the first, and the newest. */
function fitEvents(events: StoryEvent[], plan: Plan, lines: number): EventRow[] {
  const rows = events.map((event) => rowOf(event, plan));
  const [first, ...later] = rows;
  if (!first) return [];
  const kept: EventRow[] = [];
  let left = lines - height(first) - 1;
  for (const row of later.toReversed()) {
    left -= height(row);
    if (left < 0) break;
    kept.unshift(row);
  }
  const more = later.length - kept.length;
  return [first, ...(more > 0 ? [['…', '', say('story-sheet-more', { n: more })] as EventRow] : []), ...kept];
}

function rowOf(event: StoryEvent, plan: Plan): EventRow {
  return [
    printDay(event.on),
    say(`story-part-${event.event}`),
    shorten(sayStoryEvent({ locale: 'vi', plan }, event), 190),
  ];
}

function printDay(day: LocalDate): string {
  return formatDate(day);
}

function height([, , words]: EventRow): number {
  return countLines(words, room.event);
}

function countLines(text: string, letters: number): number {
  return Math.max(1, Math.ceil(text.length / letters)) + rowEdge;
}

function tableOfFacts(facts: [string, string][]): DocumentPart {
  return {
    part: 'table',
    size,
    emptyText: '',
    columns: [
      { heading: say('story-sheet-fact'), share: 3, align: 'left' },
      { heading: say('story-sheet-content'), share: 9, align: 'left' },
    ],
    rows: facts.map(([label, value]) => ({ row: 'line', cells: [label, value.replaceAll('\n', ' ')] })),
  };
}

function tableOfEvents(rows: EventRow[]): DocumentPart {
  return {
    part: 'table',
    size,
    emptyText: say('story-sheet-nothing'),
    columns: [
      { heading: say('story-sheet-day'), share: 2, align: 'center' },
      { heading: say('story-sheet-part'), share: 2, align: 'left' },
      { heading: say('story-sheet-event'), share: 8, align: 'left' },
    ],
    rows: rows.map((cells) => ({ row: 'line', cells })),
  };
}
