import { closeDraft } from '../../../drafts/draft.ts';
import { DomainError } from '../../../errors.ts';
import { countCounting, type Exemplar, exemplarById, unitInPlanOf } from '../../../exemplars/exemplar.ts';
import { answersOf } from '../../../exemplars/registration.ts';
import { type Reopened, reopenExemplar } from '../../../exemplars/reopen.ts';
import { type Decision, decide } from '../../../exemplars/review.ts';
import { hasAccess } from '../../../people/rights.ts';
import { quotaOfUnit } from '../../../plan/quota.ts';
import { actorOf } from '../../core/actor.ts';
import { inPlan, planOf } from '../../core/house.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Form, Reply, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { answered, answerOf, applicable } from '../../forms/position.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { registrationForm } from '../registering/form.ts';
import type { RegistrationQuestion, RegistrationScene } from '../registering/registration-scene.ts';
import { unitTold } from '../unit-told.ts';
import {
  type DecisionQuestion,
  type DecisionScene,
  type DecisionSubject,
  decisionSubject,
} from './decision-subjects.ts';
import { presses } from './presses.ts';

/** Lines of an exemplar that can be returned: those of its registration. */
const fields: DecisionQuestion<string[]> = {
  key: 'fields',
  ask: (s) => s.html('return-fields', { code: s.subject.code }),
  label: (s) => s.t('return-fields-label'),
  answer: ticksAnswer({
    atLeastOne: true,
    options: async (s) => {
      const exemplar = await exemplarOf(s);
      return mendable(s, exemplar).map((q) => ({
        value: q.key,
        label: q.label(registeredScene(s, exemplar)),
      }));
    },
  }),
};

/** Asks once more before an exemplar is rejected. */
const sure: DecisionQuestion = {
  key: 'sure',
  unnumbered: true,
  ask: (s) => s.html('reject-sure', { code: s.subject.code, reason: answerOf(s, rejectReason) ?? '–' }),
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
            text: s.html('reject-not', { code: s.subject.code }),
            buttons: [
              [
                {
                  text: s.t('review-back-to', { code: s.subject.code }),
                  callback_data: presses.see.data(s.subject.exemplarId, keptBy(s)),
                },
              ],
            ],
          },
        }),
      },
    ],
  }),
};

const returnReason: DecisionQuestion<string> = reasonQuestion('return', (s) =>
  s.html('return-reason', reasonLength),
);
const rejectReason: DecisionQuestion<string> = reasonQuestion('reject', (s) =>
  s.html('reject-reason', reasonLength),
);
const reopenReason: DecisionQuestion<string> = reasonQuestion('reopen', askReopenReason);

const common = {
  subject: decisionSubject,
  allowed: (s: DecisionScene) => hasAccess(s.person, 'review'),
};

/** The form that returns an exemplar with the lines to change and the reason. */
export const returnForm: Form<DecisionSubject> = {
  ...common,
  key: 'return',
  questions: [fields, returnReason],
  title: (s) => s.t('return-title', { code: s.subject.code }),
  finish: (s) =>
    settle(
      s,
      { action: 'return', fields: answered(s, fields), reason: answered(s, returnReason) },
      'review-returned',
    ),
};

/** The form that rejects an exemplar with a reason, after asking once more. */
export const rejectForm: Form<DecisionSubject> = {
  ...common,
  key: 'reject',
  questions: [rejectReason, sure],
  title: (s) => s.t('reject-title', { code: s.subject.code }),
  finish: (s) => settle(s, { action: 'reject', reason: answered(s, rejectReason) }, 'review-rejected'),
};

/** The form that takes a decision back with a reason. */
export const reopenForm: Form<DecisionSubject> = {
  ...common,
  key: 'reopen',
  questions: [reopenReason],
  title: (s) => s.t('reopen-title', { code: s.subject.code }),
  finish: reopen,
};

/** A remark before the reason: the unit may have filled the place since. */
async function askReopenReason(s: DecisionScene): Promise<string> {
  const exemplar = await exemplarOf(s);
  const place = unitInPlanOf(exemplar);
  const max = place ? quotaOfUnit(planOf(s.house, exemplar), place).max : null;
  const others = await countCounting(s.house.db.pool, exemplar, exemplar.id);
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

async function reopen(s: DecisionScene): ReturnType<Form['finish']> {
  const id = s.subject.exemplarId;
  let done: Reopened;
  try {
    done = await reopenExemplar(inPlan(s.house, await exemplarOf(s)), id, {
      ...actorOf(s),
      reason: answered(s, reopenReason),
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

async function settle(s: DecisionScene, decision: Decision, saidKey: string): ReturnType<Form['finish']> {
  const id = s.subject.exemplarId;
  try {
    const by = { ...actorOf(s), seen: s.subject.seen };
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
async function tooLate(s: DecisionScene, id: number, error: unknown): ReturnType<Form['finish']> {
  if (!(error instanceof DomainError)) throw error;
  await closeDraft(s.house.db.pool, s.draft.id, 'discarded', s.now);
  if (error.code !== 'exemplar-changed')
    return { end: { text: sayRefusal(s, error), buttons: nextAfter(s, id) } };
  // The typed reason is not lost: it can be copied into the decision on the exemplar as it is now.
  const reason = s.html('review-reason-kept', { reason: answered(s, returnReason) });
  const see = {
    text: s.t('review-back-to', { code: s.subject.code }),
    callback_data: presses.see.data(id, keptBy(s)),
  };
  return { end: { text: `${sayRefusal(s, error)}\n${reason}`, buttons: [[see]] } };
}

function nextAfter(s: DecisionScene, id: number): NonNullable<Reply['buttons']> {
  return [[{ text: s.t('review-next'), callback_data: presses.next.data(id, keptBy(s)) }]];
}

/**
 * Returns the filter of the queue that the draft came from; drafts of the first release have none.
 */
export function keptBy({ subject: { filter = '' } }: { subject: { filter?: string } }): string {
  return filter;
}

async function exemplarOf(s: DecisionScene): Promise<Exemplar> {
  const exemplar = await exemplarById(s.house.db.pool, s.subject.exemplarId);
  if (!exemplar) throw new DomainError('exemplar-not-found');
  return exemplar;
}

/** Lists the registration's questions that applied to this exemplar. */
export function mendable(s: Scene, exemplar: Exemplar): RegistrationQuestion[] {
  return applicable(registrationForm, registeredScene(s, exemplar)).filter(
    (q) => !q.unnumbered && q.key !== 'exception',
  );
}

/** Builds the scene at the registration of the exemplar, for labels and conditions. */
function registeredScene(s: Scene, exemplar: Exemplar): RegistrationScene {
  return { ...s, answers: answersOf(exemplar), subject: { unitId: exemplar.unitId } };
}
