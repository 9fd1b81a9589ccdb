import { z } from 'zod';
import { parseWholeNumber } from '../../../drafts/parse/parse-whole-number.ts';
import { hasAccess } from '../../../people/rights.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { narrowStates, takeFilterInWords } from '../../../reports/filter/filter-in-words.ts';
import {
  filterParts,
  findUnfit,
  listFilterItems,
  listFilterValues,
  noFilter,
  toggleFilter,
} from '../../../reports/filter/report-filter.ts';
import { sayFilterValue } from '../../../reports/filter/say-filter.ts';
import { findReport, reports } from '../../../reports/index.ts';
import { orderReport } from '../../../reports/standing/change-standing.ts';
import type { Rhythm } from '../../../reports/standing/rhythm.ts';
import { ReportRhythm } from '../../../store/generated/enums.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { Form, Question, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { answered, readStoredList } from '../../forms/position.ts';
import { sayReport, sayRhythm } from './words.ts';

/** `spoken`: the order came in one sentence, and is confirmed before it holds. */
const standingSubject = z.object({ spoken: z.literal(true).optional() });
type StandingSubject = z.infer<typeof standingSubject>;
type StandingScene = Scene<StandingSubject>;
type StandingQuestion = Question<string, StandingSubject>;

/** Asked only where several plans are open. */
const planQuestion: StandingQuestion = {
  key: 'plan',
  when: (s) => s.house.plans.open().length > 1,
  ask: (s) => s.html('standing-plan'),
  label: (s) => s.t('standing-plan-label'),
  answer: choiceAnswer({
    options: (s) => s.house.plans.open().map(({ id, code }) => ({ value: String(id), label: code })),
  }),
};

const reportQuestion: StandingQuestion = {
  key: 'report',
  ask: (s) => s.html('standing-report'),
  label: (s) => s.t('standing-report-label'),
  answer: choiceAnswer({
    options: (s) =>
      reports
        .filter(
          ({ right, scopes, inPlan }) =>
            scopes.includes('all') && hasAccess(s.person, right) && (inPlan?.(s.house.plan) ?? true),
        )
        .map(({ code, name }) => ({ value: code, label: s.t(name) })),
  }),
};

/** Asked only of reports that can be filtered; without a tick it is of everything. */
const filterQuestion: Question<string[], StandingSubject> = {
  key: 'filter',
  when: (s) => listChoices(s).length > 0,
  ask: (s) => s.html('standing-filter'),
  label: (s) => s.t('standing-filter-label'),
  answer: ticksAnswer({
    atLeastOne: false,
    options: listChoices,
    named: (text, s) => {
      const { filter, rest } = takeFilterInWords(planOrdered(s), text.split(/\s+/));
      const report = findReport(String(s.answers.report ?? ''));
      const narrow = narrowStates(filter, report?.filters?.states);
      return rest.length > 0 || findUnfit(narrow, report?.filters).length > 0
        ? undefined
        : listFilterItems(narrow);
    },
  }),
};

const rhythmQuestion: StandingQuestion = {
  key: 'rhythm',
  ask: (s) => s.html('standing-rhythm'),
  label: (s) => s.t('standing-rhythm-label'),
  answer: choiceAnswer({
    options: (s) =>
      Object.values(ReportRhythm).map((value) => ({ value, label: s.t(`standing-rhythm-${value}`) })),
  }),
};

const weekdayQuestion: StandingQuestion = {
  key: 'weekday',
  when: (s) => s.answers.rhythm === ReportRhythm.weekly,
  ask: (s) => s.html('standing-weekday'),
  label: (s) => s.t('standing-weekday-label'),
  answer: choiceAnswer({
    options: (s) =>
      [1, 2, 3, 4, 5].map((day) => ({ value: String(day), label: s.t(`standing-weekday-${day}`) })),
  }),
};

const monthDayQuestion: StandingQuestion = {
  key: 'monthDay',
  when: (s) => s.answers.rhythm === ReportRhythm.monthly,
  wantsNumber: true,
  ask: (s) => s.html('standing-month-day'),
  label: (s) => s.t('standing-month-day-label'),
  answer: textAnswer({
    read: (text, s) => {
      const read = parseWholeNumber(text, { min: 1, max: 31 });
      return read.ok
        ? { ok: true, value: String(read.value) }
        : { ok: false, say: s.html('standing-month-day-bad') };
    },
  }),
};

/** Asked of an order in one sentence, whose answers were not pressed. */
const sureQuestion: StandingQuestion = {
  key: 'sure',
  unnumbered: true,
  when: (s) => s.subject.spoken === true && isComplete(s),
  ask: (s) => s.html('standing-sure', sayOrder(s)),
  label: (s) => s.t('standing-sure-yes'),
  answer: choiceAnswer({
    options: (s) => [
      { value: 'yes', label: s.t('standing-sure-yes') },
      {
        value: 'no',
        label: s.t('standing-sure-no'),
        act: async () => ({
          discard: true,
          say: { text: s.html('standing-not-ordered'), buttons: commandButtons(s, ['dinhky', 'baocao']) },
        }),
      },
    ],
  }),
};

/** The form that orders a standing report: which, how often, on which day. */
export const standingForm: Form<StandingSubject> = {
  key: 'standing-report',
  subject: standingSubject,
  questions: [
    planQuestion,
    reportQuestion,
    filterQuestion,
    rhythmQuestion,
    weekdayQuestion,
    monthDayQuestion,
    sureQuestion,
  ],
  allowed: (s) => hasAccess(s.person, 'askReports'),
  savable: false,
  title: (s) => s.t('standing-title'),
  finish: async (s) => {
    const { db, clock } = s.house;
    const filter = readStoredList(s.answers.filter).toSorted();
    const order = { planId: planIdOf(s), report: answered(s, reportQuestion), filter, ...rhythmOf(s) };
    const { personId } = actorOf(s);
    if (!hasAccess(s.person, findReport(order.report)?.right ?? 'askReports'))
      return { end: { text: s.html('error-not-allowed') } };
    await orderReport(db, { ...order, personId, draftId: s.draft.id }, clock.now());
    return {
      end: {
        text: s.html('standing-ordered', sayOrder(s)),
        buttons: commandButtons(s, ['dinhky', 'baocao']),
      },
    };
  },
};

function isComplete(s: StandingScene): boolean {
  const { report, rhythm, weekday, monthDay } = s.answers;
  return Boolean(report && rhythm && (rhythm !== 'weekly' || weekday) && (rhythm !== 'monthly' || monthDay));
}

/** The order in words: which report, how often, at which hour. */
function sayOrder(s: StandingScene) {
  const order = {
    report: answered(s, reportQuestion),
    filter: readStoredList(s.answers.filter).toSorted(),
  };
  return {
    report: sayReport(s, planOrdered(s), order),
    rhythm: sayRhythm(s, rhythmOf(s)),
    at: s.house.plan.ladder.at,
  };
}

/** The values by which the chosen report can be filtered. */
function listChoices(s: StandingScene) {
  const plan = planOrdered(s);
  const filters = findReport(String(s.answers.report ?? ''))?.filters;
  if (!filters) return [];
  return filterParts.flatMap((part) =>
    listFilterValues(plan, part, filters).map((value) => ({
      value: listFilterItems(toggleFilter(noFilter, part, value))[0] ?? '',
      label: sayFilterValue(s.locale, plan, part, value),
    })),
  );
}

function planOrdered(s: StandingScene): LoadedPlan {
  const chosen = s.answers.plan;
  return (typeof chosen === 'string' && s.house.plans.find(Number(chosen))) || s.house.plan;
}

function planIdOf(s: StandingScene): number {
  return s.house.plans.open().length > 1 ? Number(answered(s, planQuestion)) : s.house.plan.id;
}

function rhythmOf(s: StandingScene): Rhythm {
  const rhythm = z.enum(ReportRhythm).parse(answered(s, rhythmQuestion));
  const day =
    rhythm === 'weekly'
      ? answered(s, weekdayQuestion)
      : rhythm === 'monthly'
        ? answered(s, monthDayQuestion)
        : null;
  return { rhythm, day: day === null ? null : Number(day) };
}
