import { z } from 'zod';
import { listFosterable } from '../../../fostering/read-fostering.ts';
import { saveSteps } from '../../../fostering/save-plan.ts';
import { reaches } from '../../../people/rights.ts';
import { shorten } from '../../../text/shorten.ts';
import type { Form, Question, RepeatItem } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { keyIn } from '../../forms/position.ts';
import { changesFostering } from './acting.ts';
import { fosteringReply } from './plan-screen.ts';
import {
  another,
  dayQuestion,
  kindQuestion,
  listPlannedSteps,
  moreQuestion,
  type StepScene,
  type StepSubject,
  whatQuestion,
  whoQuestion,
} from './step-questions.ts';

/** The unit and the plan that steps are added to. */
export const stepsSubject = z.object({ unitId: z.int(), planId: z.int() });

/** The most steps of one form; [Thêm việc] opens the next. */
const mostSteps = 20;
const all = 'all';

const forWhom: Question<string, StepSubject> = {
  key: 'for',
  ask: (s) => s.html('fostering-for-whom'),
  label: (s) => s.t('fostering-for-whom-label'),
  answer: choiceAnswer({
    options: async (s) => {
      const exemplars = await listFosterable(s.house.db.prisma, s.subject);
      return [
        { value: all, label: s.t('fostering-for-all') },
        ...exemplars.map(({ id, code, name }) => ({
          value: String(id),
          label: shorten(`${code} ${name}`, 60),
          words: `${code} ${name}`,
        })),
      ];
    },
  }),
};

function listItems(s: StepScene): RepeatItem[] {
  const items: RepeatItem[] = [];
  do
    items.push({
      key: String(items.length + 1),
      label: s.t('fostering-new-step'),
      place: { n: 0, of: 0 },
    });
  while (s.answers[`more@${items.length}`] === another && items.length < mostSteps);
  return items;
}

function exemplarOf(s: StepScene, item: RepeatItem): number | null {
  const chosen = s.answers[keyIn({ ...s, item }, forWhom.key)];
  return chosen === all ? null : Number(chosen);
}

/** The form that adds steps to a fostering plan that was saved. */
export const addStepsForm: Form<StepSubject> = {
  key: 'fostering-add',
  subject: stepsSubject,
  questions: [
    {
      each: listItems,
      questions: [
        forWhom,
        kindQuestion({ optional: false, ask: (s) => s.html('fostering-kind-new') }),
        whatQuestion,
        whoQuestion,
        dayQuestion,
        moreQuestion({ most: mostSteps }),
      ],
    },
  ],
  allowed: ({ person, subject }) => reaches(person, 'foster', subject),
  planOf: ({ planId }) => planId,
  title: (s) => s.t('fostering-add-title'),
  finish: async (s) => {
    const { unitId, planId } = s.subject;
    const steps = listPlannedSteps(s, listItems(s), (item) => exemplarOf(s, item));
    await saveSteps(s.house.db, { planId, unitId, steps, draftId: s.draft.id }, changesFostering(s, unitId));
    const notice = s.html('fostering-added', { n: steps.length });
    return { end: await fosteringReply(s, { planId, unitId }, { notice }) };
  },
};
