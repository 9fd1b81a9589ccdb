import { z } from 'zod';
import { hasAccess } from '../../../people/rights.ts';
import { endPlan } from '../../../plan-endings/end-plan.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { planOf } from '../../core/house.ts';
import type { Form, Option, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { answered } from '../../forms/position.ts';
import { reasonQuestion } from '../reason-question.ts';
import {
  findChange,
  findNextPlan,
  hasReason,
  listWorkOptions,
  readSeen,
  readWorkChoices,
  sayClosing,
  showChange,
} from './open-work-choices.ts';
import { openWorkReply } from './open-work-screens.ts';

const closeSubject = z.object({ planId: z.int() });
type CloseSubject = z.infer<typeof closeSubject>;
type CloseScene = Scene<CloseSubject>;

const reason = {
  ...reasonQuestion<CloseSubject>('plan', (s) => s.html('plan-close-reason')),
  when: hasReason,
  unnumbered: true,
};

/**
 * The form that closes a plan. Its screen is a preview with the open work by kind and the choice
 * for each, which a press changes. Work that ends or moves needs a reason, which the units read.
 * Where the work changed since it was shown, the screen comes again and nothing closes.
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
          ...(await listLookOption(s)),
          { value: 'yes', label: s.t('plan-close-yes'), ...(await askAgain(s)) },
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
    const plan = planOf(s.house, s.subject);
    const { code } = plan;
    const { personId, channel } = actorOf(s);
    const result = await endPlan(db, {
      ...{ plan, toPlan: findNextPlan(s), draftId: s.draft.id, seen: readSeen(s) },
      reason: hasReason(s) ? answered(s, reason) : s.t('plan-close-over', { plan: code }),
      choices: readWorkChoices(s),
      by: { personId, channel, at: s.now },
    });
    if ('changed' in result) {
      const { set, say } = showChange(s, result.changed, result.work);
      return { set: { ...set, sure: undefined }, say };
    }
    await plans.refresh();
    await s.house.deliverSoon(result.deliveries);
    return {
      end: { text: s.html('plan-close-done', { plan: code }), buttons: commandButtons(s, ['kehoach']) },
    };
  },
};

/** [Xem từng việc], where anything is open. */
async function listLookOption(s: CloseScene): Promise<Option[]> {
  const menu = await openWorkReply(s, s.subject.planId);
  if (!menu) return [];
  return [{ value: 'look', label: s.t('open-work-look'), act: async () => ({ say: menu }) }];
}

/** Another effect of [Đúng, đóng kế hoạch] where the work changed since it was shown. */
async function askAgain(s: CloseScene): Promise<Pick<Option, 'act'>> {
  const change = await findChange(s);
  return change ? { act: async () => change } : {};
}
