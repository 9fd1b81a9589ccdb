import type { Exemplar } from '../../../exemplars/exemplar.ts';
import type { Fact } from '../../../exemplars/facts/fact.ts';
import { facts } from '../../../exemplars/facts/facts.ts';
import { sayFact } from '../../../exemplars/facts/say.ts';
import { escapeHtml } from '../../../i18n.ts';
import { reaches } from '../../../people/rights.ts';
import { formatDate, localDate } from '../../../plan/calendar.ts';
import {
  sayStoryActivity,
  sayStoryEvaluation,
  sayStoryEvent,
  sayStoryNomination,
  sayStoryProposal,
} from '../../../stories/say-event.ts';
import { namePlanOfPart, readStory, type Story } from '../../../stories/story.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import type { Reply } from '../../core/reply.ts';
import { openExemplar } from '../exemplars/exemplar-presses.ts';
import { sayStepDay } from '../fostering/fostering-words.ts';
import { fosteringPresses } from '../fostering/presses.ts';
import { storyPresses as presses } from './presses.ts';
import { listNextSteps, sayNextStepOf } from './say-next-step.ts';
import { countFilesOfStory } from './story-files.ts';

/** Maximum number of lines of one part: the newest, so that the screen stays one message. */
const mostLines = 6;
const longestLine = 170;

type Sayer = Pick<BotContext, 't' | 'html' | 'house' | 'person' | 'locale'>;

/** Builds the screen with the whole story of an exemplar. */
export async function storyReply(by: Sayer, exemplar: Exemplar): Promise<Reply> {
  const { prisma } = by.house.db;
  const [story, [progress], files] = await Promise.all([
    readStory(prisma, exemplar),
    listNextSteps(by.house, { ids: [exemplar.id] }),
    countFilesOfStory(prisma, exemplar.id),
  ]);
  const { id, unitId } = exemplar;
  const { zone } = by.house.plan;
  const today = localDate(by.house.clock.now(), zone);
  const next = progress?.next;
  return {
    text: [
      by.html('exemplar-head', {
        code: exemplar.code,
        name: exemplar.name,
        unit: exemplar.unitName,
        status: by.t(`status-${exemplar.status}`),
      }),
      escapeHtml(sayWho(by, exemplar)),
      ...(next ? [by.html('story-next', { next: sayNextStepOf(by, next, today) })] : []),
      ...sayParts(by, partsOf(by, story)),
    ].join('\n'),
    buttons: [
      [
        { text: by.t('story-print'), callback_data: presses.print.data(id) },
        { text: by.t('story-timeline'), callback_data: presses.timeline.data(id) },
      ],
      ...(files > 0
        ? [[{ text: by.t('exemplar-files', { n: files }), callback_data: presses.files.data(id) }]]
        : []),
      [{ text: by.t('story-registration'), callback_data: openExemplar.data(id) }],
      ...(reaches(by.person, 'seeUnit', { unitId }) && exemplar.status === 'approved'
        ? [[{ text: by.t('do-boiduong'), callback_data: fosteringPresses.unit.data(unitId) }]]
        : []),
    ],
  };
}

/** Says who an exemplar is in one line: subject, field, person, place. Plain text. */
export function sayWho(by: Pick<Sayer, 't' | 'locale' | 'house'>, e: Exemplar): string {
  const reader = { t: by.t, locale: by.locale, plan: planOf(by.house, e) };
  const values: Record<string, unknown> = { ...e };
  const place = { category: e.category, nameOf: () => undefined, ownWords: () => undefined };
  const said = (fact: Fact) => sayFact(fact, values[fact.field], reader, place);
  const wanted = ['subject', 'category', 'position', 'representative', 'place'];
  const parts = wanted.flatMap((key) => facts.find((fact) => fact.key === key) ?? []).map(said);
  return shorten(parts.filter(Boolean).join(' · '), 400);
}

interface Part {
  title: string;
  lines: string[];
}

/** Lists the parts of a story that have anything to say; each line is plain text. */
function partsOf(by: Sayer, story: Story): Part[] {
  const plan = planOf(by.house, story.exemplar);
  const words = { locale: by.locale, plan };
  const day = (at: Date) => formatDate(localDate(at, plan.zone));
  const steps = story.steps.filter(({ droppedAt }) => droppedAt === null);
  const done = steps.filter(({ doneOn }) => doneOn !== null).length;
  const planOfPart = ({ planId }: { planId: number }) => {
    const named = namePlanOfPart(story, planId);
    return named === undefined ? '' : ` (${named})`;
  };
  return [
    ...(story.carried.length > 0
      ? [
          {
            title: by.t('story-plans'),
            lines: [
              by.t('story-own-plan', { plan: story.plan.code ?? '–' }),
              ...story.carried.map(
                ({ at, plan: to }) => `${day(at)}: ${by.t('story-carried', { plan: to.code ?? '–' })}`,
              ),
            ],
          },
        ]
      : []),
    {
      title: by.t('story-reviews'),
      lines: story.changes.map(
        (of) => `${day(of.at)}: ${sayStoryEvent(words, { event: 'review', on: '', of })}`,
      ),
    },
    {
      title: by.t('story-fostering', { done, n: steps.length }),
      lines: steps.map(
        (step) =>
          `${step.doneOn ? '✓' : '◻'} ${step.what} – ${step.who} – ${sayStepDay(by, step)}${planOfPart(step)}`,
      ),
    },
    {
      title: by.t('story-activities'),
      lines: story.activities.map(
        (one) =>
          `${formatDate(one.heldOn.toISOString().slice(0, 10))}: ${sayStoryActivity(words, one)}${planOfPart(one)}`,
      ),
    },
    {
      title: by.t('story-evaluations'),
      lines: story.evaluations.map((one) => sayStoryEvaluation(words, one) + planOfPart(one)),
    },
    {
      title: by.t('story-proposals'),
      lines: story.proposals.map((one) => sayStoryProposal(words, one) + planOfPart(one)),
    },
    ...(story.nominations.length > 0
      ? [
          {
            title: by.t('story-nominations'),
            lines: story.nominations.map((one) => sayStoryNomination(words, one) + planOfPart(one)),
          },
        ]
      : []),
    {
      title: by.t('story-help'),
      lines: story.help.map(({ askedAt, text }) => `${day(askedAt)}: ${text}`),
    },
  ];
}

/** Says the parts in their order; those with nothing to say stand together at the end. */
function sayParts(by: Sayer, parts: Part[]): string[] {
  const [told, none] = [
    parts.filter(({ lines }) => lines.length > 0),
    parts.filter(({ lines }) => lines.length === 0),
  ];
  return [
    ...told.flatMap(({ title, lines }) => part(by, title, lines)),
    ...(none.length > 0 ? [''] : []),
    ...none.map(({ title }) => by.html('story-part-none', { title })),
  ];
}

function part(by: Sayer, title: string, lines: string[]): string[] {
  const shown = lines.slice(-mostLines).map((line) => `– ${escapeHtml(shorten(line, longestLine))}`);
  const earlier = lines.length - shown.length;
  return [
    '',
    by.html('story-part', { title }),
    ...(earlier > 0 ? [by.html('story-earlier', { n: earlier })] : []),
    ...shown,
  ];
}
