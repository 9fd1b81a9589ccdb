import { parseComingDate } from '../../../drafts/parse/parse-coming-date.ts';
import { parseDate } from '../../../drafts/parse/parse-date.ts';
import { hasAccess } from '../../../people/rights.ts';
import { formatDate, localDate } from '../../../plan/calendar.ts';
import type { UnitAction } from '../../../store/generated/enums.ts';
import type { UnitAfter } from '../../../unit-changes/change.ts';
import { countHoldings } from '../../../unit-changes/preview-change.ts';
import { recordUnitChange } from '../../../unit-changes/record-change.ts';
import { listTakenCodes, shortenUnitName, suggestUnitCode } from '../../../unit-changes/unit-code.ts';
import { listUnits } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { listPlanKinds, listUnitKinds } from '../../core/house.ts';
import { readUnit } from '../../core/read-unit.ts';
import { nameExamples } from '../../core/unit-examples.ts';
import type { Form, Question, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { answered, answerOf } from '../../forms/position.ts';
import { reasonQuestion } from '../reason-question.ts';
import { anyUnitAnswer } from '../unit-answers.ts';
import { sayBeforeAndAfter } from './before-and-after.ts';
import {
  divide,
  eachPart,
  readDivision,
  sayParts,
  type UnitChangeScene,
  type UnitChangeSubject,
  unitChangeSubject,
} from './division.ts';
import { readQuota, unitNameAnswer, unitNamesAnswer } from './read-unit-answers.ts';

type ChangeQuestion = Question<string, UnitChangeSubject>;

const of =
  (...actions: UnitAction[]) =>
  (s: UnitChangeScene) =>
    actions.includes(s.subject.action);
const groundLength = { min: 5, max: 300 };

const several: ChangeQuestion = {
  key: 'units',
  when: of('merged'),
  ask: async (s) => s.html('unit-change-several', { example: (await nameExamples(s)).join(', ') }),
  label: (s) => s.t('unit-change-before'),
  answer: textAnswer({
    read: async (text, s) => {
      const all = await listUnits(s.house.db.prisma, s.house.officeIds);
      const ids: number[] = [];
      for (const name of text.split(/[,;\n]+/).map((one) => one.trim())) {
        if (name === '') continue;
        const read = readUnit(s, all, name);
        if (!read.ok) return read;
        ids.push(read.unit.id);
      }
      const different = [...new Set(ids)];
      return different.length >= 2
        ? { ok: true, value: different.join(',') }
        : { ok: false, say: s.html('unit-change-two', { example: (await nameExamples(s)).join(', ') }) };
    },
  }),
  show: async (value, s) => (await namesOf(s, value.split(',').map(Number))).join(', '),
};

const single: ChangeQuestion = {
  key: 'unit',
  when: of('renamed', 'split', 'closed'),
  ask: (s) => s.html(`unit-change-which-${s.subject.action}`),
  label: (s) => s.t('unit-change-before'),
  answer: anyUnitAnswer(),
};

const name: ChangeQuestion = {
  key: 'name',
  when: of('created', 'renamed', 'merged'),
  ask: async (s) => {
    const [example] = await nameExamples(s);
    return s.html(of('renamed')(s) ? 'unit-change-name-renamed' : 'unit-change-name', { example });
  },
  label: (s) => s.t('unit-change-after'),
  answer: unitNameAnswer(),
};

const names: ChangeQuestion = {
  key: 'names',
  when: of('split'),
  ask: async (s) => {
    const [example, another] = await nameExamples(s);
    return s.html('unit-change-names', { example, another });
  },
  label: (s) => s.t('unit-change-after'),
  answer: unitNamesAnswer(),
};

const code: ChangeQuestion = {
  key: 'code',
  when: of('created', 'merged'),
  ask: (s) => s.html('unit-change-code'),
  label: (s) => s.t('unit-change-code-label'),
  answer: textAnswer({
    options: async (s) => {
      const suggested = suggestUnitCode(
        shortenUnitName(String(s.answers.name ?? '')),
        await listTakenCodes(s.house.db.prisma),
      );
      return [{ value: suggested, label: suggested }];
    },
    read: async (text, s) => {
      const value = text.trim().toUpperCase();
      if (!/^[A-Z][A-Z0-9]{0,11}$/.test(value)) return { ok: false, say: s.html('unit-change-code-bad') };
      return (await listTakenCodes(s.house.db.prisma)).has(value)
        ? { ok: false, say: s.html('error-unit-code-taken', { code: value }) }
        : { ok: true, value };
    },
  }),
};

const kind: ChangeQuestion = {
  key: 'kind',
  when: of('created', 'merged', 'split'),
  ask: (s) => s.html('unit-change-kind'),
  label: (s) => s.t('unit-change-kind-label'),
  answer: choiceAnswer({
    options: (s) => listUnitKinds(s.house).map((one) => ({ value: one.code, label: one.name[s.locale] })),
  }),
};

const ofKind = 'kind';
const quota: ChangeQuestion = {
  key: 'quota',
  when: of('created', 'merged'),
  ask: (s) => s.html('unit-change-quota'),
  label: (s) => s.t('unit-change-quota-label'),
  answer: textAnswer({
    options: (s) => [{ value: ofKind, label: s.t('unit-change-quota-kind') }],
    read: (text, s) =>
      readQuota(text)
        ? { ok: true, value: text.trim() }
        : { ok: false, say: s.html('unit-change-quota-bad') },
  }),
  show: (value, s) => (value === ofKind ? s.t('unit-change-quota-kind') : value),
};

const day: ChangeQuestion = {
  key: 'day',
  wantsNumber: true,
  ask: (s) => s.html('unit-change-day'),
  label: (s) => s.t('unit-change-day-label'),
  answer: textAnswer({
    options: (s) => [{ value: todayOf(s), label: s.t('unit-change-today') }],
    read: (text, s) => {
      const past = parseDate(text, todayOf(s));
      if (past.ok) return past;
      const coming = parseComingDate(text, todayOf(s));
      return coming.ok ? coming : { ok: false, say: s.html('unit-change-day-bad') };
    },
  }),
  show: (value) => formatDate(value),
};

const ground = reasonQuestion<UnitChangeSubject>(
  'ground',
  (s) => s.html('unit-change-ground', groundLength),
  groundLength,
);

const sure: ChangeQuestion = {
  key: 'sure',
  unnumbered: true,
  ask: sayPreview,
  label: (s) => s.t('person-sure-yes'),
  answer: choiceAnswer({
    options: (s) => [
      { value: 'yes', label: s.t('person-sure-yes') },
      {
        value: 'no',
        label: s.t('person-sure-no'),
        act: async () => ({
          discard: true,
          say: { text: s.html('person-unchanged'), buttons: commandButtons(s, ['donvi']) },
        }),
      },
    ],
  }),
};

/** The form of a change of units: which, into what, from which day, on which ground. */
export const unitChangeForm: Form<UnitChangeSubject> = {
  key: 'unit-change',
  subject: unitChangeSubject,
  questions: [several, single, name, names, divide, eachPart, code, kind, quota, day, ground, sure],
  allowed: (s) => hasAccess(s.person, 'manageUnits'),
  savable: false,
  title: (s) => s.t(`unit-action-${s.subject.action}`),
  finish: carryOut,
};

/** Writes what will be, what moves with it, and until when it can be taken back (HTML). */
async function sayPreview(s: UnitChangeScene): Promise<string> {
  const before = beforeOf(s);
  const after = await afterOf(s);
  const { action } = s.subject;
  const on = String(answerOf(s, day) ?? todayOf(s));
  const lines = [
    s.html('unit-change-line', {
      action: s.t(`unit-action-${action}`),
      units: sayBeforeAndAfter(
        await namesOf(s, before),
        after.map((unit) => (unit.code ? `${unit.name} (${unit.code})` : unit.name)),
      ),
      day: formatDate(on),
      ground: answerOf(s, ground) ?? '–',
    }),
  ];
  if (action !== 'created' && action !== 'renamed') {
    const holdings = { ...(await countHoldings(s.house.db.prisma, before, s.draft.id)) };
    const to = after[0]?.name ?? '–';
    if (action === 'closed') lines.push(s.html('unit-change-ends', { ...holdings, to }));
    if (action === 'merged')
      lines.push(s.html('unit-change-moves', { ...holdings, to }), s.html('unit-change-duties'));
    if (action === 'split')
      lines.push(
        ...(await sayParts(s)),
        s.html('unit-change-divided', { ...holdings, to }),
        s.html('unit-change-divided-duties', { to }),
      );
  }
  lines.push(s.html(on > todayOf(s) ? 'unit-change-until' : 'unit-change-at-once', { day: formatDate(on) }));
  return lines.join('\n');
}

async function carryOut(s: UnitChangeScene): ReturnType<Form['finish']> {
  const on = answered(s, day);
  const done = await recordUnitChange(
    { db: s.house.db, plans: listPlanKinds(s.house), zone: s.house.plan.zone },
    {
      ...{ action: s.subject.action, on, ground: answered(s, ground), before: beforeOf(s) },
      ...{ after: await afterOf(s), draftId: s.draft.id, by: actorOf(s), at: s.now },
    },
  );
  await s.house.deliverSoon(done?.deliveries ?? []);
  const key = done?.applied === false ? 'unit-change-waits' : 'unit-change-done';
  return { end: { text: s.html(key, { day: formatDate(on) }), buttons: commandButtons(s, ['donvi']) } };
}

function todayOf(s: Scene): string {
  return localDate(s.now, s.house.plan.zone);
}

function beforeOf(s: UnitChangeScene): number[] {
  const given = answerOf(s, several) ?? answerOf(s, single);
  return s.subject.action === 'created' || !given ? [] : given.split(',').map(Number);
}

async function afterOf(s: UnitChangeScene): Promise<UnitAfter[]> {
  const { action } = s.subject;
  if (action === 'closed') return [];
  const called =
    action === 'split' ? String(answerOf(s, names) ?? '').split('\n') : [String(answerOf(s, name) ?? '')];
  if (action === 'renamed') return called.map((one) => ({ name: one, short: shortenUnitName(one) }));
  const taken = await listTakenCodes(s.house.db.prisma);
  const typed = answerOf(s, quota);
  const own = typed && typed !== ofKind ? readQuota(typed) : undefined;
  const chosen = action === 'split' ? readDivision(s) : [];
  return called.map((one, i) => {
    const short = shortenUnitName(one);
    const given = action === 'split' ? suggestUnitCode(short, taken) : String(answerOf(s, code) ?? '');
    taken.add(given);
    return {
      code: given,
      name: one,
      short,
      kind: answerOf(s, kind) ?? undefined,
      ...(own && { quota: own }),
      ...chosen[i],
    };
  });
}

async function namesOf(s: Scene, ids: number[]): Promise<string[]> {
  const units = await s.house.db.prisma.unit.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  return units.map((unit) => unit.name);
}
