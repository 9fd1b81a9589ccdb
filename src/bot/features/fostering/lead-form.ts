import { changeLead } from '../../../fostering/change-lead.ts';
import { reaches } from '../../../people/rights.ts';
import type { Form } from '../../forms/form.ts';
import { answered } from '../../forms/position.ts';
import { changesFostering } from './acting.ts';
import { stepsSubject } from './add-form.ts';
import { leadQuestion } from './plan-form.ts';
import { fosteringReply } from './plan-screen.ts';
import type { StepSubject } from './step-questions.ts';

/** The form that names another leader of a fostering plan. */
export const leadForm: Form<StepSubject> = {
  key: 'fostering-lead',
  subject: stepsSubject,
  questions: [leadQuestion],
  allowed: ({ person, subject }) => reaches(person, 'foster', subject),
  planOf: ({ planId }) => planId,
  savable: false,
  title: (s) => s.t('fostering-lead-change'),
  finish: async (s) => {
    const { unitId, planId } = s.subject;
    const lead = answered(s, leadQuestion);
    await changeLead(s.house.db, { planId, unitId, lead, draftId: s.draft.id }, changesFostering(s, unitId));
    return { end: await fosteringReply(s, { planId, unitId }, { notice: s.html('fostering-lead-changed') }) };
  },
};
