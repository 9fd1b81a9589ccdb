import { z } from 'zod';
import { withdrawActivity } from '../../../activities/withdraw-activity.ts';
import { hasAccess } from '../../../people/rights.ts';
import { actorOf } from '../../core/actor.ts';
import type { Form, Scene } from '../../forms/form.ts';
import { answered } from '../../forms/position.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { activityPresses } from './presses.ts';

const withdrawSubject = z.object({ withdrawId: z.int(), what: z.string() });
type WithdrawSubject = z.infer<typeof withdrawSubject>;

const reason = reasonQuestion('activity', (s: Scene<WithdrawSubject>) =>
  s.html('activity-withdraw-reason', { what: s.subject.what, ...reasonLength }),
);

/** The form that withdraws an activity, with a reason. */
export const withdrawActivityForm: Form<WithdrawSubject> = {
  key: 'withdraw-activity',
  subject: withdrawSubject,
  questions: [reason],
  savable: false,
  allowed: (s) => hasAccess(s.person, 'recordActivities'),
  title: (s) => s.t('activity-withdraw-title'),
  async finish(s) {
    const { withdrawId: activityId, what } = s.subject;
    await withdrawActivity(
      s.house.db,
      { activityId, reason: answered(s, reason), draftId: s.draft.id },
      { ...actorOf(s), at: s.now },
    );
    return {
      end: {
        text: s.html('activity-withdrawn', { what }),
        buttons: [[{ text: s.t('activities-all'), callback_data: activityPresses.list.data(null, 0) }]],
      },
    };
  },
};
