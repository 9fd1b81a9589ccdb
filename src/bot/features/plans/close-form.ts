import { z } from 'zod';
import { hasAccess } from '../../../people/rights.ts';
import { endPlan } from '../../../plan-endings/end-plan.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { planOf } from '../../core/house.ts';
import type { Form } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { answered } from '../../forms/position.ts';
import { reasonQuestion } from '../reason-question.ts';
import {
  findNextPlan,
  hasReason,
  listWorkOptions,
  readWorkChoices,
  sayClosing,
} from './open-work-choices.ts';

const closeSubject = z.object({ planId: z.int() });
type CloseSubject = z.infer<typeof closeSubject>;

const reason = {
  ...reasonQuestion<CloseSubject>('plan', (s) => s.html('plan-close-reason')),
  when: hasReason,
  unnumbered: true,
};

/**
 * The form that closes a plan. Its screen is a preview with the open work by kind and the choice
 * for each, which a press changes. Work that ends or moves needs a reason, which the units read.
 */
export const closePlanForm: Form<CloseSubject> = {
  key: 'close-plan',
  subject: closeSubject,
  questions: [
    {
      key: 'sure',
      unnumbered: true,
      ask: sayClosing,
      label: (s) => s.t('plan-close-yes'),
      answer: choiceAnswer({
        options: async (s) => [
          ...(await listWorkOptions(s)),
          { value: 'yes', label: s.t('plan-close-yes') },
          {
            value: 'no',
            label: s.t('plan-close-no'),
            act: async () => ({
              discard: true,
              say: { text: s.html('plan-close-stopped'), buttons: commandButtons(s, ['kehoach']) },
            }),
          },
        ],
      }),
    },
    reason,
  ],
  allowed: (s) => hasAccess(s.person, 'managePlans'),
  planOf: ({ planId }) => planId,
  savable: false,
  title: (s) => s.t('plan-close-title', { plan: planOf(s.house, s.subject).code }),
  finish: async (s) => {
    const { db, plans } = s.house;
    const { planId } = s.subject;
    const { code } = planOf(s.house, s.subject);
    const { personId, channel } = actorOf(s);
    const deliveries = await endPlan(db, {
      ...{ planId, draftId: s.draft.id, toPlanId: findNextPlan(s)?.id ?? null },
      reason: hasReason(s) ? answered(s, reason) : s.t('plan-close-over', { plan: code }),
      choices: readWorkChoices(s),
      by: { personId, channel, at: s.now },
    });
    await plans.refresh();
    await s.house.deliverSoon(deliveries);
    return {
      end: { text: s.html('plan-close-done', { plan: code }), buttons: commandButtons(s, ['kehoach']) },
    };
  },
};
