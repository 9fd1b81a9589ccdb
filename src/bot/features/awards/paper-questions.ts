import { z } from 'zod';
import { mostFiles } from '../../../attachments/owner-files.ts';
import type { AwardDecision } from '../../../awards/decision.ts';
import { parseDate } from '../../../drafts/parse/parse-date.ts';
import { parseDecisionNumber } from '../../../drafts/parse/parse-decision-number.ts';
import { splitPaper } from '../../../drafts/parse/split-paper.ts';
import type { DomainError } from '../../../errors.ts';
import { isLevelHeld } from '../../../plan/awards.ts';
import { addDays, formatDate, isDate, localDate } from '../../../plan/calendar.ts';
import type { LocalDate } from '../../../plan/plan.ts';
import { fitsLength, oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Maybe, Option, Question, Scene, Together } from '../../forms/form.ts';
import { filesAnswer } from '../../forms/kinds/files.ts';
import { lineAnswer, textAnswer } from '../../forms/kinds/text.ts';
import { sayLevel } from './say-award.ts';

const bodyLength = { min: 3, max: 200 };

const anyWords = () => true;

/** Number, day and body stand together on paper, and may be typed so. */
export const paperTogether: Together[] = [
  {
    keys: ['number', 'day', 'body'],
    split: splitPaper,
    fits: { number: anyWords, day: anyWords, body: anyWords },
  },
];

/** What the questions about a decision's paper need of their form. */
export interface PaperForm<Subject> {
  level(scene: Scene<Subject>): string;
  /** The decision before it is mended; undefined: a new one is recorded. */
  before(scene: Scene<Subject>): Promise<AwardDecision | undefined>;
  /** Bodies that the person may mean. */
  bodies(scene: Scene<Subject>): Maybe<string[]>;
  /** Finds why no decision of this day can hold what it is about; undefined: one can. */
  refuseDay(scene: Scene<Subject>, day: LocalDate): Maybe<DomainError | undefined>;
}

/** Creates the questions about the paper of a decision: number, day, body, files. */
export function createPaperQuestions<Subject>(of: PaperForm<Subject>) {
  /** [Giữ nguyên]: the answer that the decision has. */
  const keep = async (
    s: Scene<Subject>,
    key: string,
    said: (decision: AwardDecision) => string,
  ): Promise<Option[]> => {
    const before = await of.before(s);
    if (!before) return [];
    const set = { [key]: key === 'day' ? before.decidedOn : key === 'body' ? before.body : before.number };
    return [
      {
        value: 'keep',
        label: shorten(s.t('awards-keep', { value: said(before) }), 60),
        act: async () => ({ set }),
      },
    ];
  };
  const number: Question<string, Subject> = {
    key: 'number',
    ask: (s) => s.html('awards-number'),
    label: (s) => s.t('awards-number-label'),
    answer: textAnswer({
      options: (s) => keep(s, 'number', (decision) => decision.number),
      read: (text, s) => {
        const read = parseDecisionNumber(text);
        return read.ok ? read : { ok: false, say: s.html(`awards-number-${read.problem}`) };
      },
    }),
  };
  /** Says why a decision of this day cannot be (HTML); undefined: it can. */
  const sayRefusedDay = async (s: Scene<Subject>, value: LocalDate): Promise<string | undefined> => {
    const level = of.level(s);
    if (!isLevelHeld(s.house.plan, level, value))
      return s.html('awards-day-level', {
        ...{ level: sayLevel(s, s.house.plan, level), day: formatDate(value) },
      });
    const refusal = await of.refuseDay(s, value);
    return refusal && sayRefusal(s, refusal);
  };
  const day: Question<string, Subject> = {
    key: 'day',
    wantsNumber: true,
    ask: (s) => s.html('awards-day', { example: formatDate(today(s)) }),
    label: (s) => s.t('awards-day-label'),
    answer: lineAnswer({
      value: z.iso.date(),
      options: async (s) => {
        const yesterday = addDays(today(s), -1);
        return [
          ...(await keep(s, 'day', ({ decidedOn }) => formatDate(decidedOn))),
          ...((await sayRefusedDay(s, today(s))) ? [] : [{ value: today(s), label: s.t('activity-today') }]),
          ...((await sayRefusedDay(s, yesterday))
            ? []
            : [{ value: yesterday, label: s.t('activity-yesterday') }]),
        ];
      },
      read: async (text, s) => {
        const read = parseDate(text, today(s));
        if (!read.ok) {
          const said = ['future', 'lunar'].includes(read.problem) ? read.problem : 'bad';
          return { ok: false, say: s.html(`awards-day-${said}`, { example: formatDate(today(s)) }) };
        }
        const say = await sayRefusedDay(s, read.value);
        return say === undefined ? read : { ok: false, say };
      },
    }),
    show: (value) => (isDate(value) ? formatDate(value) : value),
  };
  const body: Question<string, Subject> = {
    key: 'body',
    ask: (s) => s.html('awards-body'),
    label: (s) => s.t('awards-body-label'),
    answer: textAnswer({
      options: async (s) => [
        ...(await keep(s, 'body', (decision) => decision.body)),
        ...(await of.bodies(s)).map((name, i) => ({
          value: `b${i}`,
          label: shorten(name, 60),
          act: async () => ({ set: { body: name } }),
        })),
      ],
      read: (text, s) => {
        const value = oneLine(text);
        const unlike = parseDate(text, today(s));
        if (unlike.ok || unlike.problem !== 'unreadable' || !/\p{L}{2}/u.test(value))
          return { ok: false, say: s.html('awards-body-bad', { example: bodyExample(s) }) };
        return fitsLength(value, bodyLength)
          ? { ok: true, value }
          : {
              ok: false,
              say: s.html('form-line-length', {
                ...bodyLength,
                example: bodyExample(s),
              }),
            };
      },
    }),
  };
  const files: Question<number, Subject> = {
    key: 'files',
    optional: true,
    ask: (s) => s.html('awards-paper-files', { max: mostFiles }),
    label: (s) => s.t('awards-paper-files-label'),
    answer: filesAnswer({ min: 0, max: mostFiles }),
    show: (value, s) => s.t('activity-files-shown', { n: Number(value) || 0 }),
  };
  return { number, day, body, files };
}

function bodyExample({ house, locale }: Pick<Scene, 'house' | 'locale'>): string {
  return house.plan.bodies.committee[locale];
}

function today(s: Pick<Scene, 'saidAt' | 'house'>) {
  return localDate(s.saidAt, s.house.plan.zone);
}
