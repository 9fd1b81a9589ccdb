import { z } from 'zod';
import { parseDate } from '../../../drafts/parse/parse-date.ts';
import { changeStep, type StepChange } from '../../../fostering/change-step.ts';
import { stepById } from '../../../fostering/read-fostering.ts';
import { reaches } from '../../../people/rights.ts';
import { formatDate, localDate } from '../../../plan/calendar.ts';
import type { Form, Question, Scene } from '../../forms/form.ts';
import { filesAnswer } from '../../forms/kinds/files.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { answered } from '../../forms/position.ts';
import { type ReasonFor, reasonLength, reasonQuestion } from '../reason-question.ts';
import { changesFostering } from './acting.ts';
import { sayForWhom } from './fostering-words.ts';
import { fosteringReply } from './plan-screen.ts';
import { readStepDay } from './step-questions.ts';

/** A step, with its unit and plan. */
const stepSubject = z.object({ stepId: z.int(), unitId: z.int(), planId: z.int() });
type OneStep = z.infer<typeof stepSubject>;
type OneStepScene = Scene<OneStep>;
type OneStepQuestion = Question<string, OneStep>;

const mostFiles = 10;

/** The words that name the step in questions. */
async function argsOf(s: OneStepScene) {
  const step = await stepById(s.house.db.prisma, s.subject.stepId);
  return { what: step.what, day: formatDate(step.dueOn), who: sayForWhom(s, step) };
}

const dayDone: OneStepQuestion = {
  key: 'day',
  wantsNumber: true,
  ask: async (s) => s.html('fostering-done-day', await argsOf(s)),
  label: (s) => s.t('fostering-done-day-label'),
  answer: textAnswer({
    options: (s) => [{ value: localDate(s.now, s.house.plan.zone), label: s.t('fostering-today') }],
    read: (text, s) => {
      const read = parseDate(text, localDate(s.saidAt, s.house.plan.zone));
      return read.ok ? read : { ok: false, say: s.html(`fostering-done-day-${read.problem}`) };
    },
  }),
  show: (value) => formatDate(value),
};

const evidence: Question<number, OneStep> = {
  key: 'files',
  optional: true,
  ask: (s) => s.html('fostering-evidence', { most: mostFiles }),
  label: (s) => s.t('register-files-label'),
  answer: filesAnswer({ min: 0, max: mostFiles }),
};

const newDay: OneStepQuestion = {
  key: 'day',
  wantsNumber: true,
  ask: async (s) => s.html('fostering-move-day', await argsOf(s)),
  label: (s) => s.t('fostering-by-label'),
  answer: textAnswer({
    read: async (text, s) => {
      const read = readStepDay(text, s);
      const present = (await stepById(s.house.db.prisma, s.subject.stepId)).dueOn;
      return read.ok && read.value === present
        ? { ok: false, say: s.html('fostering-move-same', { day: formatDate(present) }) }
        : read;
    },
  }),
};

function whyQuestion(of: Extract<ReasonFor, `step-${string}`>): OneStepQuestion {
  return reasonQuestion<OneStep>(of, async (s) =>
    s.html(`fostering-${of}-reason`, { ...(await argsOf(s)), ...reasonLength }),
  );
}

const dropReason = whyQuestion('step-dropped');
const reopenReason = whyQuestion('step-reopened');

function stepForm(
  key: string,
  given: { questions: Question<unknown, OneStep>[]; change(s: OneStepScene): StepChange; savable?: false },
): Form<OneStep> {
  const { questions, change, ...more } = given;
  return {
    key: `fostering-${key}`,
    subject: stepSubject,
    questions,
    allowed: ({ person, subject }) => reaches(person, 'foster', subject),
    planOf: ({ planId }) => planId,
    title: (s) => s.t(`fostering-${key}-title`),
    ...more,
    finish: async (s) => {
      const { stepId, unitId, planId } = s.subject;
      const of = { stepId, draftId: s.draft.id, change: change(s) };
      const step = await changeStep(s.house.db, of, changesFostering(s, unitId));
      const args = { what: step.what, day: formatDate(step.doneOn ?? step.dueOn) };
      const notice = s.html(`fostering-${key}-said`, args);
      return { end: await fosteringReply(s, { planId, unitId }, { notice }) };
    },
  };
}

/** The form that ticks a step off: its day, and evidence where there is any. */
export const doneForm = stepForm('done', {
  questions: [dayDone, evidence],
  change: (s) => ({ action: 'done', on: answered(s, dayDone) }),
});

/** The form that gives a step another day. */
export const moveForm = stepForm('move', {
  savable: false,
  questions: [newDay],
  change: (s) => ({ action: 'move', to: answered(s, newDay) }),
});

/** The form that drops a step, with a reason. */
export const dropForm = stepForm('drop', {
  questions: [dropReason],
  change: (s) => ({ action: 'drop', reason: answered(s, dropReason) }),
});

/** The form that opens a step again that was done or dropped, with a reason. */
export const reopenStepForm = stepForm('reopen', {
  questions: [reopenReason],
  change: (s) => ({ action: 'reopen', reason: answered(s, reopenReason) }),
});
