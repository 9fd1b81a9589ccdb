import { type Answers, loadDraft } from '../../../drafts/draft.ts';
import { hasCopyable } from '../../../exemplars/copying.ts';
import { exemplarById } from '../../../exemplars/exemplar.ts';
import { submittedAs } from '../../../exemplars/follow-leads.ts';
import { readLeadsDraft, writeLeads } from '../../../exemplars/leads.ts';
import {
  collectiveDraftsOf,
  collectivesOf,
  type ExemplarLine,
  findSimilar,
} from '../../../exemplars/list.ts';
import { holds } from '../../../people/roles.ts';
import { searchName } from '../../../text/search-name.ts';
import { shorten } from '../../../text/shorten.ts';
import { findUnit } from '../../../units/units.ts';
import { capitalsOffer } from '../../forms/capitals-question.ts';
import type { Option } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { type NameGiven, nameAnswer } from '../../forms/kinds/name.ts';
import { readStoredList } from '../../forms/position.ts';
import { criteriaOf } from '../criteria.ts';
import { handInUnitAnswer } from '../unit-answers.ts';
import { copyableReply } from './copy-list.ts';
import { otherWordsOf } from './option-words.ts';
import { categoryOf, individual, textOf } from './question-kinds.ts';
import type { RegistrationQuestion, RegistrationScene } from './registration-scene.ts';
import { similarReply } from './similar-reply.ts';

/**
 * The question for the unit. Officers register for any unit; liaisons of several units choose
 * theirs.
 */
export const unit: Partial<RegistrationQuestion<string>> = {
  ask: (s) => s.html(holds(s.person, 'officer') ? 'register-unit-any' : 'register-unit'),
  when: (s) => s.subject.unitId === undefined,
  // Another unit has other collectives to lead, and other criteria of its own.
  saved: (value, s) =>
    value === s.answers.unit
      ? {}
      : { leads: undefined, leadsDraft: undefined, criteria: undefined, '~criteria': undefined },
  show: async (value, s) => (await findUnit(s.house.db.prisma, Number(value)))?.name ?? '…',
  answer: handInUnitAnswer({ inPlan: true }),
};

/** The question for the subject: the other subject has other categories and questions. */
export const subject: Partial<RegistrationQuestion> = {
  answer: choiceAnswer({
    options: async (s) => [
      ...subjects.map((value) => ({
        value,
        label: s.house.plan.subjects[value].name[s.locale],
        also: otherWordsOf('subject', value),
      })),
      ...((await maySeeCopyable(s)) ? [copyOption(s)] : []),
    ],
  }),
  show(value, s) {
    const chosen = subjects.find((one) => one === value);
    return chosen && s.house.plan.subjects[chosen].name[s.locale];
  },
  saved: (value, s) =>
    value === previousOf(s, 'subject')
      ? {}
      : {
          category: undefined,
          criteria: undefined,
          leader: undefined,
          leads: undefined,
          leadsDraft: undefined,
        },
};

const subjects = ['collective', 'individual'] as const;

/** Only a new exemplar, whose subject is asked for the first time, begins as a copy. */
async function maySeeCopyable({ answers, house, subject: about }: RegistrationScene): Promise<boolean> {
  const unitId = Number(answers.unit);
  if (about.exemplarId !== undefined || about.copied || 'subject' in answers) return false;
  return Number.isInteger(unitId) && hasCopyable(house.db.pool, unitId);
}

function copyOption(s: RegistrationScene): Option {
  return {
    value: '-copy',
    label: s.t('register-copy-old'),
    act: async () => ({ say: await copyableReply(s, Number(s.answers.unit)) }),
  };
}

/**
 * The question for the category: the plan's categories of the subject; their criteria can be read
 * first.
 */
export const category: Partial<RegistrationQuestion> = {
  answer: choiceAnswer({
    options: (s) => [
      ...s.house.plan.categories
        .filter((c) => c.subject === s.answers.subject)
        .map((c) => ({ value: c.code, label: c.name[s.locale] })),
      {
        value: '-criteria',
        label: s.t('register-see-criteria'),
        act: async () => ({ say: criteriaMenu(s) }),
      },
    ],
  }),
  show: (value, s) => s.house.plan.categories.find((c) => c.code === value)?.name[s.locale],
  saved: (value, s) =>
    value === previousOf(s, 'category')
      ? {}
      : { criteria: undefined, leader: undefined, leads: undefined, leadsDraft: undefined },
};

/** The earlier answer to a question: the present one, or that of the exemplar to change. */
function previousOf({ answers, subject: { previous } }: RegistrationScene, key: string): unknown {
  return key in answers ? answers[key] : previous?.[key];
}

function criteriaMenu(s: RegistrationScene) {
  return criteriaOf(
    s,
    s.house.plan.categories.filter((c) => c.subject === s.answers.subject),
  );
}

const nameGiven: NameGiven = {
  bounds: (s) => ({ min: 3, max: 200, short: individual(s) }),
  example: (s) => s.t(individual(s) ? 'register-name-person-example' : 'register-name-example'),
};

/** The offer of a person's name in capitals. */
export const nameCapitals = capitalsOffer('nameCapitals', 'name', nameGiven);

/** The question for the name, and the search for similar ones. */
export const name: Partial<RegistrationQuestion<string>> = {
  answer: nameAnswer(nameGiven),
  ask: (s) => s.html(individual(s) ? 'register-name-person' : 'register-name-model'),
  saved: async (value, s) => ({
    ...(individual(s) && nameCapitals.saved(value, s)),
    // Without similar ones there is nothing to ask.
    duplicate: (await similarTo(s, value)).length > 0 ? undefined : null,
  }),
};

/** Finds the registered exemplars with a similar name, other than the one to change. */
function similarTo(s: RegistrationScene, value: unknown): Promise<ExemplarLine[]> {
  return findSimilar(s.house.db.pool, {
    searchName: searchName(textOf(value)),
    subject: textOf(s.answers.subject),
    exceptId: s.subject.exemplarId,
  });
}

const representativeGiven: NameGiven = {
  bounds: () => ({ min: 2, max: 200, short: true }),
  example: (s) => s.t('register-representative-example'),
};

/** The offer of the representative's name in capitals. */
export const representativeCapitals = capitalsOffer('repCapitals', 'representative', representativeGiven);

/** The question for the collective's representative. */
export const representative: Partial<RegistrationQuestion<string>> = {
  answer: nameAnswer(representativeGiven),
  saved: representativeCapitals.saved,
};

/** The warning of exemplars with a similar name. */
export const duplicate: RegistrationQuestion = {
  key: 'duplicate',
  label: (s) => s.t('register-duplicate-label'),
  answer: choiceAnswer({
    options: (s) => [
      { value: 'register', label: s.t('register-duplicate-register') },
      {
        value: 'see',
        label: s.t('register-duplicate-see'),
        act: async () => ({ say: await similarReply(s, await similarTo(s, s.answers.name)) }),
      },
      { value: 'drop', label: s.t('register-duplicate-drop'), act: async () => ({ discard: true }) },
    ],
  }),
  show: (value, s) => s.t(`register-duplicate-${String(value)}`),
  when: (s) => typeof s.answers.name === 'string' && s.answers.duplicate !== null,
  unnumbered: true,
  ask: async (s) => {
    const [first] = await similarTo(s, s.answers.name);
    // Withdrawn since the name was given.
    if (!first) return s.html('register-duplicate-none');
    const { name, unitName, code, status } = first;
    return s.html('register-duplicate', { name, unit: unitName, code, status: s.t(`status-${status}`) });
  },
};

/** The question whether the person leads, asked where the category has leaders. */
export const leader: Partial<RegistrationQuestion> = {
  sharesNumber: true,
  when: (s) => individual(s) && (categoryOf(s)?.leaders ?? false),
  saved: (value, s) =>
    value === previousOf(s, 'leader')
      ? {}
      : { leads: undefined, leadsDraft: undefined, ...criteriaAgain(value, s) },
};

/** Asks the leaders' criteria again where the category has any; the other ticks stay. */
function criteriaAgain(leads: unknown, s: RegistrationScene): Answers {
  const ofLeaders = categoryOf(s)?.criteria.filter(({ leaders }) => leaders) ?? [];
  if (ofLeaders.length === 0 || !('criteria' in s.answers)) return {};
  const codes = new Set(ofLeaders.map(({ code }) => code));
  const ticks = readStoredList(s.answers.criteria).filter((code) => leads === 'yes' || !codes.has(code));
  return { criteria: undefined, '~criteria': ticks };
}

/** The question for the collective that the leader heads, of those that the unit has registered. */
export const leads: Partial<RegistrationQuestion<string>> = {
  ask: (s) => s.html('register-leads', { clause: categoryOf(s)?.clause ?? '' }),
  sharesNumber: true,
  answer: choiceAnswer({
    options: async (s) => [
      ...(await collectivesOf(s.house.db.prisma, Number(s.answers.unit))).map((e) => ({
        value: String(e.id),
        label: shorten(e.name, 60),
      })),
      ...(await collectiveDraftsOf(s.house.db.prisma, Number(s.answers.unit))).map((d) => ({
        value: writeLeads(undefined, d.id),
        label: s.t('register-leads-draft', { name: shorten(d.name, 45) }),
      })),
      { value: 'none', label: s.t('register-leads-none') },
    ],
  }),
  when: (s) => s.answers.leader === 'yes',
  saved: (value) => ({ leadsDraft: readLeadsDraft(value) }),
  show: sayLeads,
};

async function sayLeads(value: unknown, s: RegistrationScene): Promise<string> {
  const { pool } = s.house.db;
  const draftId = readLeadsDraft(value);
  const draft = draftId === undefined ? undefined : await loadDraft(pool, draftId);
  if (draft?.state === 'open') return s.t('register-leads-draft', { name: textOf(draft.answers.name) });
  const id = draft ? submittedAs(draft.result) : Number(value);
  const exemplar = id ? await exemplarById(pool, id) : undefined;
  return exemplar?.name ?? s.t('register-leads-none');
}
