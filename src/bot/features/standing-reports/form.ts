import { z } from 'zod';
import { parseWholeNumber } from '../../../drafts/parse/parse-whole-number.ts';
import { hasAccess } from '../../../people/rights.ts';
import { findReport, reports } from '../../../reports/index.ts';
import { orderReport } from '../../../reports/standing/change-standing.ts';
import type { Rhythm } from '../../../reports/standing/rhythm.ts';
import { ReportRhythm } from '../../../store/generated/enums.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { Form, Question, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { answered } from '../../forms/position.ts';
import { sayReport, sayRhythm } from './words.ts';

const noSubject = z.object({});
type StandingScene = Scene<z.infer<typeof noSubject>>;
type StandingQuestion = Question<string, z.infer<typeof noSubject>>;

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
        .filter(({ right, scopes }) => scopes.includes('all') && hasAccess(s.person, right))
        .map(({ code, name }) => ({ value: code, label: s.t(name) })),
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

/** The form that orders a standing report: which, how often, on which day. */
export const standingForm: Form<z.infer<typeof noSubject>> = {
  key: 'standing-report',
  subject: noSubject,
  questions: [planQuestion, reportQuestion, rhythmQuestion, weekdayQuestion, monthDayQuestion],
  allowed: (s) => hasAccess(s.person, 'askReports'),
  savable: false,
  title: (s) => s.t('standing-title'),
  finish: async (s) => {
    const { db, clock } = s.house;
    const order = { planId: planIdOf(s), report: answered(s, reportQuestion), ...rhythmOf(s) };
    const { personId } = actorOf(s);
    if (!hasAccess(s.person, findReport(order.report)?.right ?? 'askReports'))
      return { end: { text: s.html('error-not-allowed') } };
    await orderReport(db, { ...order, personId, draftId: s.draft.id }, clock.now());
    const args = {
      report: sayReport(s, order.report),
      rhythm: sayRhythm(s, order),
      at: s.house.plan.ladder.at,
    };
    return {
      end: { text: s.html('standing-ordered', args), buttons: commandButtons(s, ['dinhky', 'baocao']) },
    };
  },
};

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
