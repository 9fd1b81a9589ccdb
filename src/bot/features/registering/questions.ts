import type { Question } from '../../forms/form.ts';
import { paragraphsAnswer } from '../../forms/kinds/paragraphs.ts';
import { choice, collective, individual, line, yesNo } from './question-kinds.ts';
import { criteria, endorsedOn, exception, figures, files, summary } from './questions-about-what.ts';
import {
  birthYear,
  category,
  duplicate,
  leader,
  leads,
  memberCount,
  name,
  sex,
  subject,
  unit,
} from './questions-about-whom.ts';

/** The registration, in the order of the dialogues (Plan 101, III, IV.1). */
export const registrationQuestions: Question[] = [
  unit,
  subject,
  category,
  name,
  duplicate,
  birthYear,
  sex,
  line('ethnicity', { when: individual, optional: true, max: 50 }),
  line('position', { when: individual }),
  leader,
  leads,
  line('representative', { when: collective }),
  memberCount,
  line('place'),
  choice('difficult', yesNo('difficult')),
  choice('labour', yesNo('labour')),
  summary,
  figures,
  criteria,
  {
    key: 'impact',
    ask: (s) => s.html('register-impact'),
    label: (s) => s.t('register-impact-label'),
    answer: paragraphsAnswer({ min: 20, max: 2000 }),
  },
  endorsedOn,
  line('minutes', { optional: true, wantsNumber: true }),
  files,
  exception,
];
