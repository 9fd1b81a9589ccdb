import { z } from 'zod';
import { listFosterable } from '../../../fostering/read-fostering.ts';
import { saveSteps } from '../../../fostering/save-plan.ts';
import { reaches } from '../../../people/rights.ts';
import { findUnit } from '../../../units/units.ts';
import type { Form, Option, Question, RepeatItem, Scene } from '../../forms/form.ts';
import { confirmAnswer } from '../../forms/kinds/confirm.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { answered } from '../../forms/position.ts';
import { changesFostering } from './acting.ts';
import { fosteringReply } from './plan-screen.ts';
import {
  another,
  dayQuestion,
  kindQuestion,
  listPlannedSteps,
  moreQuestion,
  readLine,
  type StepScene,
  type StepSubject,
  whatQuestion,
  whoQuestion,
} from './step-questions.ts';

/** The unit, the plan, and the approved exemplars that the form asks about, with their codes. */
const planSubject = z.object({
  unitId: z.int(),
  planId: z.int(),
  exemplars: z.array(z.object({ id: z.int(), code: z.string() })),
});
type PlanSubject = z.infer<typeof planSubject>;
type PlanScene = Scene<PlanSubject>;

const leadLength = { min: 2, max: 200 };
/** The most steps that are asked for one exemplar at once; more are added later. */
const mostSteps = 9;

/** Asks which leader is responsible. */
export const leadQuestion: Question<string, StepSubject> = {
  key: 'lead',
  ask: async (s) => {
    const unit = await findUnit(s.house.db.prisma, s.subject.unitId);
    return s.html('fostering-lead', { unit: unit?.name ?? '' });
  },
  label: (s) => s.t('fostering-lead-label'),
  answer: textAnswer({
    read: (text, s) => readLine(text, s, { key: 'fostering-lead', length: leadLength }),
  }),
};

/** Place of the steps for all exemplars: after those of each. */
const forAll = 0;

/**
 * Lists the steps asked for: of each exemplar, then for all. An exemplar has one, and another one
 * after each [Thêm việc].
 */
function listItems(s: PlanScene): RepeatItem[] {
  const { exemplars } = s.subject;
  const of = exemplars.length + 1;
  const targets = [...exemplars.map(({ code }, i) => ({ at: i + 1, label: code })), forAllOf(s)];
  return targets.flatMap(({ at, label }, i) => {
    const items: RepeatItem[] = [];
    do items.push({ key: `${at}-${items.length + 1}`, label, place: { n: i + 1, of } });
    while (s.answers[`more@${items.at(-1)?.key}`] === another && items.length < mostSteps);
    return items;
  });
}

function forAllOf(s: PlanScene) {
  return { at: forAll, label: s.t('fostering-for-all') };
}

function exemplarAt({ subject }: PlanScene, { key }: RepeatItem): number | null {
  return subject.exemplars[Number.parseInt(key, 10) - 1]?.id ?? null;
}

const kind = kindQuestion({
  optional: true,
  ask: async (s) => {
    const subject = planSubject.parse(s.subject);
    const item = s.item;
    const id = item && exemplarAt({ ...s, subject }, item);
    const exemplar = id && (await s.house.db.prisma.exemplar.findUnique({ where: { id } }));
    const first = item?.key.endsWith('-1') ?? true;
    return exemplar
      ? s.html('fostering-kind', { name: exemplar.name, first: first ? 'yes' : 'no' })
      : s.html('fostering-kind-all', { first: first ? 'yes' : 'no' });
  },
  more: saveNow,
});

/** [Lưu kế hoạch] before the last exemplar: what was not asked for can be added later. */
function saveNow(s: StepScene): Option[] {
  const subject = planSubject.safeParse(s.subject).data;
  if (!subject) return [];
  const items = listItems({ ...s, subject });
  if (listPlannedSteps(s, items, () => null).length === 0) return [];
  const left = items.filter(({ key }) => !(`kind@${key}` in s.answers));
  return [
    {
      value: 'save',
      label: s.t('fostering-save'),
      act: async () => ({
        set: { ...Object.fromEntries(left.map(({ key }) => [`kind@${key}`, null])), confirm: 'send' },
      }),
    },
  ];
}

/** The form that makes a unit's fostering plan (Plan 101, IV.2). */
export const fosteringForm: Form<PlanSubject> = {
  key: 'fostering',
  subject: planSubject,
  questions: [
    leadQuestion,
    {
      each: listItems,
      questions: [kind, whatQuestion, whoQuestion, dayQuestion, moreQuestion({ most: mostSteps })],
    },
    {
      key: 'confirm',
      unnumbered: true,
      ask: (s) => s.html('fostering-confirm'),
      label: (s) => s.t('fostering-save'),
      answer: confirmAnswer({ editable: true, sendLabel: (s) => s.t('fostering-save') }),
    },
  ],
  allowed: ({ person, subject }) => reaches(person, 'foster', subject),
  planOf: ({ planId }) => planId,
  title: (s) => s.t('fostering-title'),
  finish: save,
};

async function save(s: PlanScene): ReturnType<Form['finish']> {
  const { unitId, planId } = s.subject;
  const items = listItems(s);
  const steps = listPlannedSteps(s, items, (item) => exemplarAt(s, item));
  if (steps.length === 0) {
    const none = items.map(({ key }) => [`kind@${key}`, undefined]);
    return {
      set: { ...Object.fromEntries(none), confirm: undefined },
      say: { text: s.html('fostering-no-step') },
    };
  }
  const given = { planId, unitId, lead: answered(s, leadQuestion), steps, draftId: s.draft.id };
  const { joined } = await saveSteps(s.house.db, given, changesFostering(s, unitId));
  const notice = s.html(joined ? 'fostering-joined' : 'fostering-saved', { n: steps.length });
  return { end: await fosteringReply(s, { planId, unitId }, { notice }) };
}

/** Reads what the form that makes a plan is opened for: the exemplars approved until now. */
export async function openingOf({ house }: Pick<PlanScene, 'house'>, of: StepSubject): Promise<PlanSubject> {
  const exemplars = await listFosterable(house.db.prisma, of);
  return { ...of, exemplars: exemplars.map(({ id, code }) => ({ id, code })) };
}
