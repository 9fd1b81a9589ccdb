import { z } from 'zod';
import { parseComingDate } from '../../../drafts/parse/parse-coming-date.ts';
import { type DutyOfPlan, readDutyTime, writeDutyTime } from '../../../duties/duty-code.ts';
import { type DueMoveEffect, moveDue, previewDueMove } from '../../../duties/move-due.ts';
import { listOwedDuties } from '../../../duties/owed.ts';
import { nameDuty } from '../../../duties/say.ts';
import { hasAccess } from '../../../people/rights.ts';
import { formatDate, localDate } from '../../../plan/calendar.ts';
import { dueOf } from '../../../plan/due.ts';
import type { Occurrence } from '../../../plan/occurrence.ts';
import type { LoadedPlan, MovedDue } from '../../../plan/plan.ts';
import { listPlanUnits } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { planOf } from '../../core/house.ts';
import type { Form, Option, Question, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { answered, answerOf } from '../../forms/position.ts';
import { reasonQuestion } from '../reason-question.ts';
import { planUnitAnswer } from '../unit-answers.ts';

const movingSubject = z.object({});
type MovingScene = Scene<z.infer<typeof movingSubject>>;
type MovingQuestion = Question<string, z.infer<typeof movingSubject>>;

const length = { min: 10, max: 500 };

const dutyQuestion: MovingQuestion = {
  key: 'duty',
  ask: (s) => s.html('due-move-duty'),
  label: (s) => s.t('due-move-duty-label'),
  answer: choiceAnswer({ options: dutyOptions }),
};

const scopeQuestion: MovingQuestion = {
  key: 'scope',
  when: (s) => isAt(s, 'scope', isChosen),
  ask: (s) => s.html('due-move-scope', { duty: dutyName(s), day: sayDay(s, dueNow(s, null)) }),
  label: (s) => s.t('due-move-scope-label'),
  answer: choiceAnswer({
    options: (s) => [
      { value: 'all', label: s.t('due-move-all') },
      { value: 'unit', label: s.t('due-move-unit') },
    ],
  }),
};

const unitQuestion: MovingQuestion = {
  key: 'unit',
  when: (s) => s.answers.scope === 'unit' && isAt(s, 'unit', isChosen),
  ask: (s) => s.html('due-move-which-unit', { duty: dutyName(s) }),
  label: (s) => s.t('register-unit-label'),
  answer: planUnitAnswer(async (s) => {
    const { plan, of } = chosen(s);
    const duty = plan.duties.find(({ code }) => code === of.duty);
    const units = await listPlanUnits(s.house.db.prisma, plan.id);
    return units.filter(({ kind }) => duty?.owedBy === 'all' || duty?.owedBy.includes(kind));
  }),
};

const dayQuestion: MovingQuestion = {
  key: 'day',
  when: (s) => isAt(s, 'day', isChosen),
  wantsNumber: true,
  ask: (s) => s.html('due-move-day', { day: sayDay(s, dueNow(s, unitOf(s))) }),
  label: (s) => s.t('due-move-day-label'),
  answer: textAnswer({
    read: (text, s) => {
      const today = localDate(s.now, s.house.plan.zone);
      const read = parseComingDate(text, today);
      if (!read.ok) return { ok: false, say: s.html(`due-move-day-${read.problem}`) };
      const present = dueNow(s, unitOf(s));
      return read.value === present
        ? { ok: false, say: s.html('due-move-day-same', { day: formatDate(read.value) }) }
        : read;
    },
  }),
};

/** Asked only where the later of the two days would not be the one that the officer just typed. */
const exactQuestion: MovingQuestion = {
  key: 'exact',
  unnumbered: true,
  when: (s) => isChosen(s) && typeof s.answers.day === 'string' && disagrees(s),
  ask: (s) => {
    const general = dueNow(s, null);
    const day = sayDay(s, typeof s.answers.day === 'string' ? s.answers.day : undefined);
    return unitOf(s) === null
      ? s.html('due-move-own-later', { day })
      : s.html('due-move-general-later', { day, general: sayDay(s, general) });
  },
  label: (s) => s.t('due-move-exact-label'),
  answer: choiceAnswer({
    options: (s) =>
      unitOf(s) === null
        ? [
            { value: 'no', label: s.t('due-move-keep-own') },
            { value: 'yes', label: s.t('due-move-drop-own') },
          ]
        : [
            { value: 'yes', label: s.t('due-move-this-day') },
            {
              value: 'no',
              label: s.t('due-move-other-day'),
              act: async () => ({ set: { day: undefined, exact: undefined } }),
            },
          ],
  }),
};

/**
 * The answer that holds the day which the preview names as the present one. Another one means that
 * another officer has moved the same due since: the preview is shown again before anything moves.
 */
const shownKey = 'present';

const reason: MovingQuestion = {
  ...reasonQuestion<z.infer<typeof movingSubject>>('due', (s) => s.html('due-move-reason', length), length),
  saved: (_, s) => ({ [shownKey]: isChosen(s) ? presentOf(s) : undefined }),
};

/** The present day, with what it is of: where that is answered again, it is another. */
function presentOf(s: MovingScene): { of: string; day: string } {
  const unitId = unitOf(s);
  return { of: `${answerOf(s, dutyQuestion)} ${unitId ?? ''}`, day: dueNow(s, unitId) ?? '' };
}

const present = z.object({ of: z.string(), day: z.string() });

/** Tells whether the due was moved after the officer had answered what to move. */
function wasMoved(s: MovingScene): boolean {
  const shown = present.safeParse(s.answers[shownKey]).data;
  const now = presentOf(s);
  return shown?.of === now.of && shown.day !== now.day;
}

/** Confirms what moved: the preview comes again, or the question for a day that is new. */
async function showAgain(s: MovingScene) {
  const now = presentOf(s);
  const same = s.answers.day === now.day;
  return {
    set: { [shownKey]: now, ...(same && { day: undefined, exact: undefined }) },
    say: { text: s.html('due-move-moved', { day: sayDay(s, now.day || undefined) }) },
  };
}

const sureQuestion: MovingQuestion = {
  key: 'sure',
  unnumbered: true,
  when: (s) => isAt(s, 'sure', isDescribed),
  ask: sayPreview,
  label: (s) => s.t('due-move-sure'),
  answer: choiceAnswer({
    options: async (s) => [
      {
        value: 'yes',
        label: s.t('due-move-sure'),
        ...((await isMovedNow(s)) && { act: async () => showAgain(s) }),
      },
      {
        value: 'no',
        label: s.t('due-move-stop'),
        act: async () => ({
          discard: true,
          say: { text: s.html('due-move-unchanged'), buttons: commandButtons(s, ['suahan']) },
        }),
      },
    ],
  }),
};

async function isMovedNow(s: MovingScene): Promise<boolean> {
  await s.house.plans.refresh();
  return wasMoved(s);
}

/** The form that moves the due of a duty: for every unit or for one, with a reason. */
export const movingForm: Form<z.infer<typeof movingSubject>> = {
  key: 'move-due',
  subject: movingSubject,
  questions: [dutyQuestion, scopeQuestion, unitQuestion, dayQuestion, exactQuestion, reason, sureQuestion],
  allowed: (s) => hasAccess(s.person, 'moveDues'),
  savable: false,
  title: (s) => s.t('due-move-title'),
  finish: carryOut,
};

/** The duties that units owe now in every open plan, with their present day. */
async function dutyOptions(s: MovingScene): Promise<Option[]> {
  await s.house.plans.refresh();
  const plans = s.house.plans.open();
  return plans.flatMap((plan) =>
    listOwedDuties(plan, s.now).map((owed) => {
      const name = nameDuty(plan, s.locale, owed);
      const day = sayDay(s, owed.due?.lastDay);
      return {
        value: writeDutyTime({ planId: plan.id, ...owed }),
        label: plans.length > 1 ? `${name} – ${plan.code} (${day})` : `${name} (${day})`,
        words: name,
      };
    }),
  );
}

/**
 * Tells whether a question can be asked: a draft that stands at it without what it asks about goes
 * back to the first question without an answer.
 */
function isAt(s: MovingScene, key: string, ready: (s: MovingScene) => boolean): boolean {
  return s.draft.cursor !== key || ready(s);
}

function isDescribed(s: MovingScene): boolean {
  return isChosen(s) && typeof s.answers.day === 'string' && typeof s.answers.reason === 'string';
}

/** False while the duty is asked again, though later answers are still there. */
function isChosen(s: MovingScene): boolean {
  return readDutyTime(answerOf(s, dutyQuestion) ?? '') !== undefined;
}

function chosen(s: MovingScene): { plan: LoadedPlan; of: DutyOfPlan & { occurrence: Occurrence } } {
  const of = readDutyTime(answerOf(s, dutyQuestion) ?? '');
  if (!of) throw new Error('a due is moved of no duty');
  return { plan: planOf(s.house, of), of };
}

function dutyName(s: MovingScene): string {
  const { plan, of } = chosen(s);
  return nameDuty(plan, s.locale, of, 'inside');
}

function unitOf(s: MovingScene): number | null {
  const unit = answerOf(s, unitQuestion);
  return s.answers.scope === 'unit' && unit !== undefined && unit !== null ? Number(unit) : null;
}

function dueNow(s: MovingScene, unitId: number | null): string | undefined {
  const { plan, of } = chosen(s);
  return dueOf(plan, of.duty, of.occurrence, unitId)?.lastDay;
}

function sayDay(s: MovingScene, day: string | undefined): string {
  return day === undefined ? s.t('due-unset') : formatDate(day);
}

/** Tells whether a day that was set for other units, or for every unit, would hold instead. */
function disagrees(s: MovingScene): boolean {
  const { plan, of } = chosen(s);
  const day = String(s.answers.day);
  const unitId = unitOf(s);
  if (unitId !== null) return day < (dueNow(s, null) ?? '');
  const then = { ...plan, moved: [...plan.moved, { ...of, unitId, lastDay: day, exact: false }] };
  return plan.moved.some(
    (one) =>
      one.duty === of.duty &&
      one.occurrence === of.occurrence &&
      one.unitId !== null &&
      dueOf(then, of.duty, of.occurrence, one.unitId)?.lastDay !== day,
  );
}

function moveOf(s: MovingScene): MovedDue {
  const { of } = chosen(s);
  return {
    duty: of.duty,
    occurrence: of.occurrence,
    unitId: unitOf(s),
    lastDay: answered(s, dayQuestion),
    exact: s.answers.exact === 'yes',
  };
}

/** Writes the change and who is told (HTML). */
async function sayPreview(s: MovingScene): Promise<string> {
  const { plan } = chosen(s);
  const { db, clock } = s.house;
  const move = moveOf(s);
  const effect = await previewDueMove({ db, plan, clock }, move);
  const units = await listPlanUnits(db.prisma, plan.id);
  const nameOf = (id: number) => units.find((unit) => unit.id === id)?.name ?? '–';
  const args = { duty: dutyName(s), before: sayDay(s, effect.previous), after: formatDate(move.lastDay) };
  return [
    move.unitId === null
      ? s.html('due-move-preview-all', args)
      : s.html('due-move-preview-unit', { ...args, unit: nameOf(move.unitId) }),
    ...sayKeeping(s, effect, nameOf),
    s.html('due-move-told', { units: effect.units.length, people: effect.people.length }),
    s.html('person-change-reason', { reason: answerOf(s, reason) ?? '–' }),
  ].join('\n');
}

/** Units whose own day holds; as many by name as a phone's screen takes. */
const mostNamed = 5;

function sayKeeping(s: MovingScene, { keeping }: DueMoveEffect, nameOf: (id: number) => string): string[] {
  if (keeping.length === 0) return [];
  const named = keeping.slice(0, mostNamed);
  const names = named.map(({ unitId, lastDay }) => `${nameOf(unitId)} (${formatDate(lastDay)})`);
  const more = keeping.length - named.length;
  return [
    s.html('due-move-keeping', {
      n: keeping.length,
      names: names.join(', ') + (more > 0 ? ` … (+${more})` : ''),
    }),
  ];
}

async function carryOut(s: MovingScene): ReturnType<Form['finish']> {
  const { db, clock, plans } = s.house;
  await plans.refresh();
  const { plan } = chosen(s);
  const move = { ...moveOf(s), reason: answered(s, reason) };
  const { effect, deliveries } = await moveDue({ db, plan, clock }, move, {
    ...actorOf(s),
    draftId: s.draft.id,
  });
  await plans.refresh();
  await s.house.deliverSoon(deliveries);
  const text = s.html('due-move-done', {
    duty: dutyName(s),
    after: formatDate(move.lastDay),
    units: effect.units.length,
    people: effect.people.length,
  });
  return { end: { text, buttons: commandButtons(s, ['suahan', 'dondoc']) } };
}
