import { DomainError } from '../../../errors.ts';
import { type Exemplar, exemplarById } from '../../../exemplars/exemplar.ts';
import { answersOf } from '../../../exemplars/registration.ts';
import { type Decision, decide } from '../../../exemplars/review.ts';
import { closeDraft } from '../../../forms/draft.ts';
import { fitsLength, lengthOf, normalise } from '../../../forms/parse/normalise.ts';
import { holds } from '../../../people/roles.ts';
import type { Form, Question, Scene } from '../../forms/form.ts';
import { applicable, asList } from '../../forms/position.ts';
import { sayRefusal } from '../../refusal.ts';
import { registrationForm } from '../registering/form.ts';
import { presses } from './presses.ts';

const reasonLength = { min: 10, max: 1000 };

const reason: Question = {
  key: 'reason',
  ask: (s) => s.html(`${s.draft.form}-reason`, reasonLength),
  label: (s) => s.t('decision-reason-label'),
  answer: {
    kind: 'text',
    read: (text, s) => {
      const value = normalise(text);
      return fitsLength(value, reasonLength)
        ? { ok: true, value }
        : { ok: false, say: s.html('decision-reason-length', { ...reasonLength, have: lengthOf(value) }) };
    },
  },
};

/** Lines of an exemplar that can be sent back to be mended: those of its registration. */
const fields: Question = {
  key: 'fields',
  ask: (s) => s.html('return-fields', { code: String(s.draft.subject.code) }),
  label: (s) => s.t('return-fields-label'),
  answer: {
    kind: 'ticks',
    atLeastOne: true,
    options: async (s) => {
      const exemplar = await exemplarOf(s);
      return mendable(s, exemplar).map((q) => ({ value: q.key, label: q.label(sceneOf(s, exemplar)) }));
    },
  },
};

/** Sends an exemplar back with the lines to mend and why. */
export const returnForm: Form = {
  key: 'return',
  questions: [fields, reason],
  allowed: (s) => holds(s.person, 'officer'),
  title: (s) => s.t('return-title', { code: String(s.draft.subject.code) }),
  finish: (s) =>
    settle(
      s,
      { action: 'return', fields: asList(s.answers.fields), reason: String(s.answers.reason) },
      'review-returned',
    ),
};

/** Turns an exemplar down, with why. */
export const rejectForm: Form = {
  key: 'reject',
  questions: [reason],
  allowed: (s) => holds(s.person, 'officer'),
  title: (s) => s.t('reject-title', { code: String(s.draft.subject.code) }),
  finish: (s) => settle(s, { action: 'reject', reason: String(s.answers.reason) }, 'review-rejected'),
};

async function settle(s: Scene, decision: Decision, saidKey: string): ReturnType<Form['finish']> {
  const id = Number(s.draft.subject.exemplarId);
  try {
    const by = { personId: s.person?.id ?? 0, channel: s.turn.channel };
    const { exemplar, deliveries } = await decide(s.house, id, decision, by);
    await closeDraft(s.house.db.pool, s.draft.id, 'done', s.now, { exemplarId: id });
    await s.house.deliverSoon(deliveries);
    return {
      end: {
        text: s.html(saidKey, { code: exemplar.code, name: exemplar.name }),
        buttons: [[{ text: s.t('review-next'), callback_data: presses.next.data(id) }]],
      },
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Somebody else decided while the reason was being written: it can no longer be used.
    await closeDraft(s.house.db.pool, s.draft.id, 'discarded', s.now);
    return {
      end: {
        text: sayRefusal(s, error),
        buttons: [[{ text: s.t('review-next'), callback_data: presses.next.data(id) }]],
      },
    };
  }
}

async function exemplarOf(s: Scene): Promise<Exemplar> {
  const exemplar = await exemplarById(s.house.db.pool, Number(s.draft.subject.exemplarId));
  if (!exemplar) throw new DomainError('exemplar-not-found');
  return exemplar;
}

/** The registration's questions that applied to this exemplar. */
export function mendable(s: Scene, exemplar: Exemplar): Question[] {
  return applicable(registrationForm, sceneOf(s, exemplar)).filter(
    (q) => !q.unnumbered && q.key !== 'exception',
  );
}

/** The scene as it was when the exemplar was registered, for labels and conditions. */
export function sceneOf(s: Scene, exemplar: Exemplar): Scene {
  return { ...s, answers: answersOf(exemplar), draft: { ...s.draft, subject: { unitId: exemplar.unitId } } };
}
