import { parseComingDate } from '../../../drafts/parse/parse-coming-date.ts';
import { writeDutyTime } from '../../../duties/duty-code.ts';
import { moveDue } from '../../../duties/move-due.ts';
import { listOwedDuties } from '../../../duties/owed.ts';
import { nameDuty } from '../../../duties/say.ts';
import { hasAccess } from '../../../people/rights.ts';
import { formatDate, localDate } from '../../../plan/calendar.ts';
import { dueOf } from '../../../plan/due.ts';
import { listPlanUnits } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { Form, Option } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { type NoSubject, noSubject } from '../../forms/no-subject.ts';
import { answered, answerOf } from '../../forms/position.ts';
import { reasonQuestion } from '../reason-question.ts';
import { planUnitAnswer } from '../unit-answers.ts';
import { keepPresentDay, showMovedAgain, wasMovedSince } from './moved-since.ts';
import {
  findChosen,
  findPresentDay,
  type MovingQuestion,
  type MovingScene,
  nameChosen,
  readMove,
  readMovedUnit,
  requireChosen,
  sayMovingDay,
} from './moving-scene.ts';
import { sayMovePreview } from './preview.ts';

const length = { min: 10, max: 500 };

const dutyQuestion: MovingQuestion = {
  key: 'duty',
  ask: (s) => s.html('due-move-duty'),
  label: (s) => s.t('due-move-duty-label'),
  answer: choiceAnswer({ options: dutyOptions }),
};

const scopeQuestion: MovingQuestion = {
  key: 'scope',
  when: (s) => canBeAsked(s, 'scope', hasChosen),
  ask: (s) =>
    s.html('due-move-scope', { duty: nameChosen(s), day: sayMovingDay(s, findPresentDay(s, null)) }),
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
  when: (s) => s.answers.scope === 'unit' && canBeAsked(s, 'unit', hasChosen),
  ask: (s) => s.html('due-move-which-unit', { duty: nameChosen(s) }),
  label: (s) => s.t('register-unit-label'),
  answer: planUnitAnswer(async (s) => {
    const { plan, of } = requireChosen(s);
    const duty = plan.duties.find(({ code }) => code === of.duty);
    const units = await listPlanUnits(s.house.db.prisma, plan.id);
    return units.filter(({ kind }) => duty?.owedBy === 'all' || duty?.owedBy.includes(kind));
  }),
};

const dayQuestion: MovingQuestion = {
  key: 'day',
  when: (s) => canBeAsked(s, 'day', hasChosen),
  wantsNumber: true,
  ask: (s) => s.html('due-move-day', { day: sayMovingDay(s, findPresentDay(s, readMovedUnit(s))) }),
  label: (s) => s.t('due-move-day-label'),
  answer: textAnswer({
    read: (text, s) => {
      const today = localDate(s.now, s.house.plan.zone);
      const read = parseComingDate(text, today);
      if (!read.ok) return { ok: false, say: s.html(`due-move-day-${read.problem}`) };
      const present = findPresentDay(s, readMovedUnit(s));
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
  when: (s) => hasChosen(s) && typeof s.answers.day === 'string' && disagrees(s),
  ask: (s) => {
    const general = findPresentDay(s, null);
    const day = sayMovingDay(s, typeof s.answers.day === 'string' ? s.answers.day : undefined);
    return readMovedUnit(s) === null
      ? s.html('due-move-own-later', { day })
      : s.html('due-move-general-later', { day, general: sayMovingDay(s, general) });
  },
  label: (s) => s.t('due-move-exact-label'),
  answer: choiceAnswer({
    options: (s) =>
      readMovedUnit(s) === null
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

const reason: MovingQuestion = {
  ...reasonQuestion<NoSubject>('due', (s) => s.html('due-move-reason', length), length),
  saved: (_, s) => keepPresentDay(s),
};

const sureQuestion: MovingQuestion = {
  key: 'sure',
  unnumbered: true,
  when: (s) => canBeAsked(s, 'sure', isDescribed),
  ask: (s) => sayMovePreview(s, answerOf(s, reason) ?? '–'),
  label: (s) => s.t('due-move-sure'),
  answer: choiceAnswer({
    options: async (s) => [
      {
        value: 'yes',
        label: s.t('due-move-sure'),
        ...((await wasMovedSince(s)) && { act: async () => showMovedAgain(s) }),
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

/** The form that moves the due of a duty: for every unit or for one, with a reason. */
export const movingForm: Form<NoSubject> = {
  key: 'move-due',
  subject: noSubject,
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
      const day = sayMovingDay(s, owed.due?.lastDay);
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
function canBeAsked(s: MovingScene, key: string, ready: (s: MovingScene) => boolean): boolean {
  return s.draft.cursor !== key || ready(s);
}

/** False while the duty is asked again, though later answers are still there. */
function hasChosen(s: MovingScene): boolean {
  return findChosen(s) !== undefined;
}

function isDescribed(s: MovingScene): boolean {
  return hasChosen(s) && typeof s.answers.day === 'string' && typeof s.answers.reason === 'string';
}

/** Tells whether a day that was set for other units, or for every unit, would hold instead. */
function disagrees(s: MovingScene): boolean {
  const { plan, of } = requireChosen(s);
  const day = String(s.answers.day);
  const unitId = readMovedUnit(s);
  if (unitId !== null) return day < (findPresentDay(s, null) ?? '');
  const then = { ...plan, moved: [...plan.moved, { ...of, unitId, lastDay: day, exact: false }] };
  return plan.moved.some(
    (one) =>
      one.duty === of.duty &&
      one.occurrence === of.occurrence &&
      one.unitId !== null &&
      dueOf(then, of.duty, of.occurrence, one.unitId)?.lastDay !== day,
  );
}

async function carryOut(s: MovingScene): ReturnType<Form['finish']> {
  const { db, clock, plans } = s.house;
  await plans.refresh();
  const { plan } = requireChosen(s);
  const move = { ...readMove(s), reason: answered(s, reason) };
  const { effect, deliveries } = await moveDue({ db, plan, clock }, move, {
    ...actorOf(s),
    draftId: s.draft.id,
  });
  await plans.refresh();
  await s.house.deliverSoon(deliveries);
  const text = s.html('due-move-done', {
    duty: nameChosen(s),
    after: formatDate(move.lastDay),
    units: effect.units.length,
    people: effect.people.length,
  });
  return { end: { text, buttons: commandButtons(s, ['suahan', 'dondoc']) } };
}
