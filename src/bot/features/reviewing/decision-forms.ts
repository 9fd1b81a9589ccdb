import { closeDraft } from '../../../drafts/draft.ts';
import { DomainError } from '../../../errors.ts';
import { countCounting, type Exemplar, exemplarById } from '../../../exemplars/exemplar.ts';
import { answersOf } from '../../../exemplars/registration.ts';
import { type Reopened, reopenExemplar } from '../../../exemplars/reopen.ts';
import { type Decision, decide } from '../../../exemplars/review.ts';
import { hasAccess } from '../../../people/rights.ts';
import { quotaOf } from '../../../plan/quota.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Form, Question, Reply, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { applicable, asList } from '../../forms/position.ts';
import { registrationForm } from '../registering/form.ts';
import { unitTold } from '../unit-told.ts';
import { presses } from './presses.ts';
import { reasonLength, reasonQuestion } from './reason-question.ts';

/** Lines of an exemplar that can be sent back to be mended: those of its registration. */
const fields: Question = {
  key: 'fields',
  ask: (s) => s.html('return-fields', { code: String(s.draft.subject.code) }),
  label: (s) => s.t('return-fields-label'),
  answer: ticksAnswer({
    atLeastOne: true,
    options: async (s) => {
      const exemplar = await exemplarOf(s);
      return mendable(s, exemplar).map((q) => ({ value: q.key, label: q.label(sceneOf(s, exemplar)) }));
    },
  }),
};

/** Asks once more before an exemplar is turned down. */
const sure: Question = {
  key: 'sure',
  unnumbered: true,
  ask: (s) => s.html('reject-sure', { code: String(s.draft.subject.code), reason: String(s.answers.reason) }),
  label: (s) => s.t('reject-sure-label'),
  answer: choiceAnswer({
    yes: 'yes',
    no: 'no',
    options: (s) => [
      { value: 'yes', label: s.t('reject-sure-yes') },
      {
        value: 'no',
        label: s.t('reject-sure-no'),
        act: async () => ({
          discard: true,
          say: {
            text: s.html('reject-not', { code: String(s.draft.subject.code) }),
            buttons: [
              [
                {
                  text: s.t('review-back-to', { code: String(s.draft.subject.code) }),
                  callback_data: presses.see.data(Number(s.draft.subject.exemplarId), keptBy(s)),
                },
              ],
            ],
          },
        }),
      },
    ],
  }),
};

const allowed: Form['allowed'] = (s) => hasAccess(s.person, 'review');

/** Sends an exemplar back with the lines to mend and why. */
export const returnForm: Form = {
  key: 'return',
  questions: [fields, reasonQuestion((s) => s.html('return-reason', reasonLength))],
  allowed,
  title: (s) => s.t('return-title', { code: String(s.draft.subject.code) }),
  finish: (s) =>
    settle(
      s,
      { action: 'return', fields: asList(s.answers.fields), reason: String(s.answers.reason) },
      'review-returned',
    ),
};

/** Turns an exemplar down, with why, after asking once more. */
export const rejectForm: Form = {
  key: 'reject',
  questions: [reasonQuestion((s) => s.html('reject-reason', reasonLength)), sure],
  allowed,
  title: (s) => s.t('reject-title', { code: String(s.draft.subject.code) }),
  finish: (s) => settle(s, { action: 'reject', reason: String(s.answers.reason) }, 'review-rejected'),
};

/** Takes a decision back, with why. */
export const reopenForm: Form = {
  key: 'reopen',
  questions: [reasonQuestion(askReopenReason)],
  allowed,
  title: (s) => s.t('reopen-title', { code: String(s.draft.subject.code) }),
  finish: reopen,
};

/** What there is to know before: the unit may have filled the place since. */
async function askReopenReason(s: Scene): Promise<string> {
  const exemplar = await exemplarOf(s);
  const { max } = quotaOf(s.house.plan, exemplar.unitKind);
  const others = await countCounting(s.house.db.pool, exemplar.unitId, exemplar.id);
  const over = exemplar.status !== 'approved' && max !== null && others >= max;
  return [
    s.html('reopen-reason', {
      code: exemplar.code,
      status: s.t(`status-${exemplar.status}`),
      ...reasonLength,
    }),
    ...(over ? [s.html('reopen-over', { unit: exemplar.unitName, counted: others, max })] : []),
  ].join('\n');
}

async function reopen(s: Scene): ReturnType<Form['finish']> {
  const id = Number(s.draft.subject.exemplarId);
  let done: Reopened;
  try {
    done = await reopenExemplar(s.house, id, {
      personId: s.person?.id ?? 0,
      channel: s.turn.channel,
      reason: String(s.answers.reason),
      draftId: s.draft.id,
    });
  } catch (error) {
    return tooLate(s, id, error);
  }
  await s.house.deliverSoon(done.deliveries);
  const { exemplar, counted } = done;
  return {
    end: {
      text: [
        s.html('review-reopened', {
          code: exemplar.code,
          name: exemplar.name,
          unit: exemplar.unitName,
          counted,
          told: await unitTold(s, exemplar.unitId),
        }),
        ...(exemplar.overQuota ? [s.html('review-reopened-over')] : []),
      ].join('\n'),
      buttons: [
        [
          {
            text: s.t('review-back-to', { code: exemplar.code }),
            callback_data: presses.see.data(id, keptBy(s)),
          },
        ],
        ...nextAfter(s, id),
      ],
    },
  };
}

async function settle(s: Scene, decision: Decision, saidKey: string): ReturnType<Form['finish']> {
  const id = Number(s.draft.subject.exemplarId);
  try {
    const { seen } = s.draft.subject;
    const by = {
      personId: s.person?.id ?? 0,
      channel: s.turn.channel,
      // Drafts of earlier versions do not know.
      seen: typeof seen === 'number' ? seen : undefined,
    };
    const { exemplar, deliveries } = await decide(s.house, id, decision, by);
    await closeDraft(s.house.db.pool, s.draft.id, 'done', s.now, { exemplarId: id });
    await s.house.deliverSoon(deliveries);
    return {
      end: {
        text: s.html(saidKey, {
          code: exemplar.code,
          name: exemplar.name,
          told: await unitTold(s, exemplar.unitId),
        }),
        buttons: nextAfter(s, id),
      },
    };
  } catch (error) {
    return tooLate(s, id, error);
  }
}

/** Another officer decided, or the unit changed it, while the reason was being written. */
async function tooLate(s: Scene, id: number, error: unknown): ReturnType<Form['finish']> {
  if (!(error instanceof DomainError)) throw error;
  await closeDraft(s.house.db.pool, s.draft.id, 'discarded', s.now);
  if (error.code !== 'exemplar-changed')
    return { end: { text: sayRefusal(s, error), buttons: nextAfter(s, id) } };
  // What was written is not lost: it can be copied into the decision on the exemplar as it is now.
  const reason = s.html('review-reason-kept', { reason: String(s.answers.reason) });
  const see = {
    text: s.t('review-back-to', { code: String(s.draft.subject.code) }),
    callback_data: presses.see.data(id, keptBy(s)),
  };
  return { end: { text: `${sayRefusal(s, error)}\n${reason}`, buttons: [[see]] } };
}

function nextAfter(s: Scene, id: number): NonNullable<Reply['buttons']> {
  return [[{ text: s.t('review-next'), callback_data: presses.next.data(id, keptBy(s)) }]];
}

/** The filter of the queue that the draft came from; drafts of the first release have none. */
export function keptBy({ draft }: Pick<Scene, 'draft'>): string {
  return typeof draft.subject.filter === 'string' ? draft.subject.filter : '';
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
