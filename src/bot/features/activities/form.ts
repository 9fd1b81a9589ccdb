import { activityById, findSimilarActivities } from '../../../activities/activity.ts';
import { saveActivity } from '../../../activities/save-activity.ts';
import { hasAccess, reaches } from '../../../people/rights.ts';
import { formatDate } from '../../../plan/calendar.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { Form, Reply } from '../../forms/form.ts';
import { confirmAnswer } from '../../forms/kinds/confirm.ts';
import { answered, answerOf } from '../../forms/position.ts';
import {
  type ActivityScene,
  type ActivitySubject,
  activitySubject,
  chosenKind,
  unitOfActivity,
} from './activity-scene.ts';
import { mediumOf } from './media.ts';
import { activityPresses } from './presses.ts';
import { activityQuestions, isBroadcastOf } from './questions.ts';
import { nameActivity, sayActivity } from './say-activity.ts';

const { exemplars, day, place, reached, broadcasts, minutes, link, note } = activityQuestions;

/** The form that logs an activity, and mends one (Plan 101, II.3–II.5, V.2). */
export const activityForm: Form<ActivitySubject> = {
  key: 'activity',
  subject: activitySubject,
  questions: [
    ...Object.values(activityQuestions),
    {
      key: 'confirm',
      unnumbered: true,
      ask: confirmText,
      label: (s) => s.t('register-confirm-label'),
      answer: confirmAnswer({ sendLabel: (s) => s.t('activity-save'), editable: true }),
    },
  ],
  allowed: mayLog,
  planOf: ({ planId }) => planId,
  title: (s) => s.t(s.subject.activityId === undefined ? 'activity-title' : 'activity-mend-title'),
  finish: save,
};

/** Liaisons log for their unit, officers for any, publicists publicity. */
function mayLog(s: ActivityScene): boolean {
  const { person, subject, answers } = s;
  if (subject.as === 'publicist')
    return hasAccess(person, subject.activityId === undefined ? 'publicise' : 'recordActivities');
  const unitId = unitOfActivity(s);
  const ofOffice = subject.as === 'officer' && unitId === null && answers.holder !== undefined;
  return reaches(person, 'logActivities', { unitId, ofOffice });
}

/** Says that there is a similar activity of the same day already. */
async function confirmText(s: ActivityScene): Promise<string> {
  const like = await findSimilarActivities(s.house.db.prisma, {
    kind: chosenKind(s) ?? 'publicity',
    heldOn: answered(s, day),
    exemplarIds: answered(s, exemplars).map(Number),
    exceptId: s.subject.activityId,
  });
  return [
    s.html('activity-confirm'),
    ...(like.length > 0
      ? [
          s.html('activity-similar', { day: formatDate(answered(s, day)) }),
          ...like.map((one) =>
            s.html('activity-similar-line', { what: nameActivity(s, one), who: one.loggedBy ?? '–' }),
          ),
        ]
      : []),
  ].join('\n');
}

async function save(s: ActivityScene): ReturnType<Form['finish']> {
  const { planId, as, activityId, changeId = 0 } = s.subject;
  const broadcast = isBroadcastOf(s);
  const saved = await saveActivity(
    s.house.db,
    {
      planId,
      facts: {
        kind: chosenKind(s) ?? 'publicity',
        unitId: unitOfActivity(s),
        heldOn: answered(s, day),
        place: mediumOf(answered(s, place)),
        reached: answerOf(s, reached) ?? null,
        broadcasts: broadcast ? answered(s, broadcasts) : null,
        minutes: broadcast ? (answerOf(s, minutes) ?? null) : null,
        link: answerOf(s, link) ?? null,
        note: answerOf(s, note) ?? null,
      },
      exemplarIds: answered(s, exemplars).map(Number),
      draftId: s.draft.id,
      mends: activityId === undefined ? undefined : { activityId, changeId },
    },
    { ...actorOf(s), as, at: s.now },
  );
  if (saved.kind === 'not-approved')
    return {
      set: { exemplars: undefined, '~exemplars': undefined, confirm: undefined },
      say: { text: s.html('activity-not-approved', { codes: saved.codes.join(', ') }) },
    };
  return { end: await afterwards(s, saved.activityId) };
}

async function afterwards(s: ActivityScene, id: number): Promise<Reply> {
  const activity = await activityById(s.house.db.prisma, id);
  const again = s.subject.activityId !== undefined;
  return {
    text: [
      s.html(again ? 'activity-mended' : 'activity-saved'),
      ...(activity ? [sayActivity(s, activity)] : []),
    ].join('\n'),
    buttons: [
      ...commandButtons(s, [s.subject.as === 'publicist' ? 'tuyentruyen' : 'hoatdong']),
      [{ text: s.t('activity-open'), callback_data: activityPresses.open.data(id) }],
      [{ text: s.t('activities-all'), callback_data: activityPresses.list.data(null, 0) }],
    ],
  };
}
