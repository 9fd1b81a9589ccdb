import { z } from 'zod';
import { isTalkOnly } from '../../../drafts/parse/talk-only.ts';
import { saveOwnCriterion } from '../../../exemplars/own-criteria/change-own-criteria.ts';
import { findOwnCriteria, ownCriterionLength } from '../../../exemplars/own-criteria/own-criterion.ts';
import { reaches } from '../../../people/rights.ts';
import { nameSubject } from '../../../plan/name-subject.ts';
import { Subject } from '../../../store/generated/enums.ts';
import { fitsLength, lengthOf, oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { findUnit } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import type { Form, Question, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { answered } from '../../forms/position.ts';
import { ownCriteriaReply } from './screens.ts';

/**
 * The unit of the criterion, the one that the new words replace, and its plan; of a new one the
 * leading plan.
 */
const criterionSubject = z.object({
  unitId: z.int(),
  replaces: z.int().optional(),
  planId: z.int().optional(),
});
type CriterionSubject = z.infer<typeof criterionSubject>;
type CriterionScene = Scene<CriterionSubject>;

const words: Question<string, CriterionSubject> = {
  key: 'text',
  ask: async (s) => {
    const before = await earlier(s);
    if (before) return s.html('own-criterion-new-words', { before: before.text, ...ownCriterionLength });
    const unit = await findUnit(s.house.db.prisma, s.subject.unitId);
    return s.html('own-criterion-words', { unit: unit?.name ?? '', ...ownCriterionLength });
  },
  label: (s) => s.t('own-criterion-label'),
  answer: textAnswer({
    read: (text, s) => {
      const value = oneLine(text);
      if (isTalkOnly(text)) return { ok: false, say: s.html('form-talk', { typed: shorten(value, 60) }) };
      return fitsLength(value, ownCriterionLength)
        ? { ok: true, value }
        : {
            ok: false,
            say: s.html('own-criterion-length', { ...ownCriterionLength, have: lengthOf(value) }),
          };
    },
  }),
};

const both = 'both';

const forWhom: Question<string, CriterionSubject> = {
  key: 'subject',
  ask: (s) => s.html('own-criterion-for'),
  label: (s) => s.t('register-subject-label'),
  answer: choiceAnswer({
    options: (s) => [
      ...Object.values(Subject).map((value) => ({
        value,
        label: s.house.plan.subjects[value].name[s.locale],
      })),
      {
        value: both,
        label: s.t('own-criterion-for-both', {
          collective: nameSubject(s.house.plan, 'collective', s.locale),
          individual: nameSubject(s.house.plan, 'individual', s.locale),
        }),
      },
    ],
  }),
};

/** The form that adds a unit's own criterion, or replaces its words. */
export const ownCriterionForm: Form<CriterionSubject> = {
  key: 'own-criterion',
  subject: criterionSubject,
  questions: [words, forWhom],
  allowed: (s) => reaches(s.person, 'changeCriteria', { unitId: s.subject.unitId }),
  planOf: ({ planId }) => planId,
  title: (s) => s.t('own-criterion-title'),
  finish: save,
};

async function earlier({ house, subject }: CriterionScene) {
  const { replaces } = subject;
  return replaces === undefined ? undefined : (await findOwnCriteria(house.db.prisma, [replaces]))[0];
}

async function save(s: CriterionScene): ReturnType<Form['finish']> {
  const { unitId, replaces } = s.subject;
  const chosen = answered(s, forWhom);
  const subject = Object.values(Subject).find((one) => one === chosen) ?? null;
  await saveOwnCriterion(
    s.house.db,
    { planId: s.house.plan.id, unitId, replaces, text: answered(s, words), subject, draftId: s.draft.id },
    { ...actorOf(s), at: s.now },
  );
  const notice = s.html(replaces === undefined ? 'own-criterion-saved' : 'own-criterion-saved-again');
  return { end: await ownCriteriaReply(s, unitId, notice) };
}
