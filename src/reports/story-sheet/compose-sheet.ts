import { type Args, t } from '../../i18n.ts';
import { formatOfficialDate, localDate } from '../../plan/calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import { describeUnitDocument } from '../../plan/unit-document.ts';
import type { Story } from '../../stories/story.ts';
import type { DocumentPart, DocumentSection, OfficialDocument } from '../document/document.ts';
import { describePlan } from '../make-file.ts';
import { findLineStarts } from '../text-size.ts';
import { type FittedSheet, fitSheet, type SheetFact } from './fit-sheet.ts';
import type { PrintedMoment } from './sheet-rows.ts';

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

const say = (key: string, args?: Args) => t('vi', key, args);

/**
 * Composes the *Phiếu theo dõi điển hình*: who the exemplar is, and its moments by day, on one
 * page. A second page, with a title of its own, has whole texts that do not fit.
 */
export function composeStorySheet(plan: Plan, story: Story, by: SheetBy): OfficialDocument {
  const { who, author, now, head = headOfOffice(plan) } = by;
  const today = localDate(now, plan.zone);
  const { signer, place, ...bodies } = head;
  const named = `${story.exemplar.code} – ${story.exemplar.name}`;
  const fitted = fitSheet(story, { who, plan, today, taken: countTaken(named, signer) });
  return {
    title: say('story-sheet-title', { code: story.exemplar.code }),
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
            subject: named,
            notes: [`(${say('story-sheet-plan', { plan: describePlan(plan) })})`],
          },
          tableOfFacts(fitted.facts, fitted.size),
          tableOfEvents(fitted.rows, fitted.size),
          {
            part: 'closing',
            left: { title: say('story-sheet-made-by'), note: say('story-sheet-sign') },
            right: { ...signer, note: say('story-sheet-sign-seal'), roomToSign: 40 },
          },
        ],
      },
      ...composeAnnex(named, fitted),
    ],
  };
}

/** Points: the width of the title, and the height of a further line of it or above the signer. */
const titleRoom = { width: 485, line: 16.5 };

/** Counts the points that a long title and the lines above the signer take of the tables. */
function countTaken(named: string, { authority = [] }: SheetHead['signer']): number {
  const lines = findLineStarts(named, titleRoom.width, { size: 14, bold: true }).length;
  return (lines - 1 + authority.length) * titleRoom.line;
}

/** The second page: everything that the first one tells in fewer words. */
function composeAnnex(named: string, { longFacts, allRows, size }: FittedSheet): DocumentSection[] {
  if (longFacts.length === 0 && allRows.length === 0) return [];
  return [
    {
      orientation: 'portrait',
      parts: [
        { part: 'title', name: say('story-sheet-annex'), subject: named },
        ...(longFacts.length > 0 ? [tableOfFacts(longFacts, size)] : []),
        ...(allRows.length > 0 ? [tableOfEvents(allRows, size)] : []),
      ],
    },
  ];
}

function tableOfFacts(facts: SheetFact[], size: number): DocumentPart {
  return {
    part: 'table',
    size,
    emptyText: '',
    columns: [
      { heading: say('story-sheet-fact'), share: 3, align: 'left' },
      { heading: say('story-sheet-content'), share: 11, align: 'left' },
    ],
    rows: facts.map((cells) => ({ row: 'line', cells })),
  };
}

function tableOfEvents(rows: PrintedMoment[], size: number): DocumentPart {
  return {
    part: 'table',
    size,
    emptyText: say('story-sheet-nothing'),
    columns: [
      { heading: say('story-sheet-day'), share: 2, align: 'center' },
      { heading: say('story-sheet-part'), share: 2, align: 'left' },
      { heading: say('story-timeline'), share: 10, align: 'left' },
    ],
    rows: rows.map(({ day, part, words }) => ({ row: 'line', cells: [day, part, words] })),
  };
}
