import { firstPlan } from '../../../duties/duty-code.ts';
import { sayCountOf } from '../../../duties/say-quota.ts';
import { countCounting, exemplarById } from '../../../exemplars/exemplar.ts';
import { computeLateness, registrationTime } from '../../../exemplars/lateness.ts';
import { linesBeyond } from '../../../exemplars/mended-lines.ts';
import { mendingOf, type RegistrationSubject, registrationSubject } from '../../../exemplars/mending.ts';
import { submitExemplar } from '../../../exemplars/submit.ts';
import type { Occurrence } from '../../../plan/occurrence.ts';
import { quotaOfUnit } from '../../../plan/quota.ts';
import { findPlanUnit } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { Form, Reply } from '../../forms/form.ts';
import { confirmAnswer } from '../../forms/kinds/confirm.ts';
import { isForOwnUnit, mayHandIn } from '../filing/may-hand-in.ts';
import { answeredTogether } from './answered-together.ts';
import { conflict, keepMine } from './changed-since.ts';
import { copiedLines } from './copied-question.ts';
import { keptUnsent, sayOthersMending, takenIn } from './mending-replies.ts';
import { onlyOpenLines, openOf, otherReason } from './only-open-lines.ts';
import { registrationQuestions } from './questions.ts';
import type { RegistrationScene } from './registration-scene.ts';

/** The form that registers an exemplar, and changes a returned one. */
export const registrationForm: Form<RegistrationSubject> = {
  key: 'register',
  subject: registrationSubject,
  questions: [
    conflict,
    keepMine,
    copiedLines,
    ...registrationQuestions,
    otherReason,
    {
      key: 'confirm',
      unnumbered: true,
      ask: confirmText,
      label: (s) => s.t('register-confirm-label'),
      answer: confirmAnswer({ sendLabel: (s) => s.t('register-send', office(s)), editable: true }),
    },
  ],
  decides: { key: 'subject', values: ['collective', 'individual'] },
  allowed: mayHandIn,
  planOf: ({ planId }) => planId ?? firstPlan,
  previous: ({ subject }) => subject.previous ?? subject.copied?.answers,
  title: (s) =>
    typeof s.answers.name === 'string'
      ? s.t('register-title', { name: s.answers.name })
      : s.t('register-title-unnamed'),
  finish,
  locks: onlyOpenLines,
  together: answeredTogether,
};

const office = (s: RegistrationScene) => ({ office: s.house.plan.bodies.office[s.locale] });

/** Remarks before sending: lateness, and a place above the maximum. */
async function confirmText(s: RegistrationScene): Promise<string> {
  const { db, plan } = s.house;
  const unitId = Number(s.answers.unit);
  const unit = await findPlanUnit(db.pool, { planId: plan.id, unitId });
  const lines = [s.html('register-confirm', { unit: unit?.name ?? '' })];
  const mended = s.subject.exemplarId;
  if (mended === undefined && unit) {
    const occurrence = registrationTime(plan, unitId, s.now);
    const lateness = await computeLateness(db.pool, plan, { unit, occurrence, at: s.now });
    if (lateness === 'late') lines.push(s.html('register-late'));
    if (lateness === 'extra') lines.push(s.html('register-extra'));
  }
  const max = unit && quotaOfUnit(plan, unit).max;
  if (unit && max !== null && max !== undefined) {
    const occurrence = await countedFor(s, unit.id);
    const counted = await countCounting(db.pool, { planId: plan.id, unitId, occurrence }, mended);
    if (counted >= max) lines.push(s.html('register-over', { counted, max }));
  }
  return [...lines, ...(await mendingLines(s))].join('\n');
}

/** The occurrence of the registration for which the exemplar counts. */
async function countedFor(s: RegistrationScene, unitId: number): Promise<Occurrence> {
  const { exemplarId } = s.subject;
  const mended = exemplarId === undefined ? undefined : await exemplarById(s.house.db.pool, exemplarId);
  return mended?.occurrence ?? registrationTime(s.house.plan, unitId, s.now);
}

/** Other people who have the exemplar open, and the lines that can be changed. */
async function mendingLines(s: RegistrationScene): Promise<string[]> {
  const mending = mendingOf(s.subject);
  if (!mending) return [];
  const { exemplarId, previous } = mending;
  const lines = await sayOthersMending(s, { id: exemplarId, unitId: Number(s.answers.unit) });
  const open = openOf(s);
  if (open) {
    const names = registrationQuestions
      .filter((question) => open.has(question.key) && (question.when?.(s) ?? true))
      .map((question) => question.label(s));
    lines.push(s.html('mend-only', { lines: names.join(', '), other: s.t('register-mend-other') }));
  } else if (mending.returned && linesBeyond(mending.returned, previous, s.answers).length === 0)
    lines.push(s.html('mend-all-open', { edit: s.t('form-edit') }));
  return lines;
}

async function finish(s: RegistrationScene): ReturnType<Form['finish']> {
  const by = { ...actorOf(s), draft: s.draft, onBehalf: !isForOwnUnit(s) };
  const done = await submitExemplar(s.house, by).catch((error: unknown) => keptUnsent(s, error));
  if ('end' in done) return done;
  if (done.kind === 'changed') return takenIn(s, done.since);
  if (done.kind === 'needs-other-reason') {
    const open = registrationQuestions.filter(({ key }) => done.lines.includes(key)).map((q) => q.label(s));
    return {
      set: { confirm: undefined },
      subject: done.subject,
      say: { text: s.html('mend-beyond', { lines: open.join(', ') }) },
    };
  }
  if (done.kind === 'needs-reason') {
    return {
      set: { confirm: undefined },
      cursor: 'exception',
      say: { text: s.html('register-over', { counted: done.counted, max: done.max }) },
    };
  }
  const { db, plan } = s.house;
  const unit = await findPlanUnit(db.pool, { planId: plan.id, unitId: done.unitId });
  const text = [
    s.html(s.subject.exemplarId === undefined ? 'register-sent' : 'register-sent-again', {
      code: done.code,
      name: done.name,
      unit: unit?.name ?? '',
      count: unit ? sayCountOf(s.locale, done.counted, quotaOfUnit(plan, unit)) : '',
      ...office(s),
    }),
    ...(done.late ? [s.html('register-sent-late')] : []),
    ...(done.extra ? [s.html('register-sent-extra')] : []),
    ...(done.overQuota ? [s.html('register-sent-over', office(s))] : []),
  ].join('\n');
  return { end: { text, buttons: afterwards(s) } };
}

function afterwards(s: RegistrationScene): Reply['buttons'] {
  return commandButtons(s, ['dangky', 'danhsach'], { dangky: 'register-next' });
}
