import { z } from 'zod';
import { hasAccess } from '../../../people/rights.ts';
import { closePlan, countUnfinished } from '../../../plans/close-plan.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { planOf } from '../../core/house.ts';
import type { Form, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';

const closeSubject = z.object({ planId: z.int() });
type CloseScene = Scene<z.infer<typeof closeSubject>>;

/** The form that closes a plan: one confirmation, which says what stays unfinished. */
export const closePlanForm: Form<z.infer<typeof closeSubject>> = {
  key: 'close-plan',
  subject: closeSubject,
  questions: [
    {
      key: 'sure',
      unnumbered: true,
      ask: askSure,
      label: (s) => s.t('plan-close-yes'),
      answer: choiceAnswer({
        options: (s) => [
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
  ],
  allowed: (s) => hasAccess(s.person, 'managePlans'),
  planOf: ({ planId }) => planId,
  savable: false,
  title: (s) => s.t('plan-close-title', { plan: planOf(s.house, s.subject).code }),
  finish: async (s) => {
    const { db, plans } = s.house;
    const { code } = planOf(s.house, s.subject);
    await closePlan(db, s.subject.planId, {
      personId: actorOf(s).personId,
      draftId: s.draft.id,
      at: s.now,
    });
    await plans.refresh();
    return {
      end: { text: s.html('plan-close-done', { plan: code }), buttons: commandButtons(s, ['kehoach']) },
    };
  },
};

async function askSure(s: CloseScene): Promise<string> {
  const { exemplars, documents } = await countUnfinished(s.house.db.prisma, s.subject.planId);
  const others = s.house.plans.open().filter(({ id }) => id !== s.subject.planId);
  return [
    s.html('plan-close-sure', { plan: planOf(s.house, s.subject).code }),
    ...(exemplars + documents > 0 ? [s.html('plan-close-unfinished', { exemplars, documents })] : []),
    ...(others.length === 0 ? [s.html('plan-close-last')] : []),
  ].join('\n');
}
