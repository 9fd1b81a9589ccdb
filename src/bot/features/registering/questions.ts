import { facts } from '../../../exemplars/facts/facts.ts';
import { difficult } from './both-at-once.ts';
import { questionOf } from './question-of.ts';
import {
  criteria,
  exception,
  figures,
  files,
  movements,
  noCriteria,
  summary,
} from './questions-about-what.ts';
import {
  category,
  duplicate,
  leader,
  leads,
  name,
  nameCapitals,
  representative,
  representativeCapitals,
  subject,
  unit,
} from './questions-about-whom.ts';
import type { RegistrationQuestion } from './registration-scene.ts';

/** The special parts of a fact's question, by its key. */
const own: Record<string, Partial<RegistrationQuestion>> = {
  unit,
  subject,
  category,
  name,
  leader,
  leads,
  representative,
  difficult,
  summary,
  criteria,
  movements,
  files,
  exception,
};

/** Steps that follow a question and are not facts. */
const steps: Record<string, RegistrationQuestion[]> = {
  name: [nameCapitals.question, duplicate],
  representative: [representativeCapitals.question],
  summary: [figures],
  criteria: [noCriteria],
};

/** The questions of the registration, in the order of its facts (Plan 101, III, IV.1). */
export const registrationQuestions: RegistrationQuestion[] = facts
  .filter(({ askedWith }) => askedWith === undefined)
  .flatMap((fact) => [questionOf(fact, own[fact.key]), ...(steps[fact.key] ?? [])]);
