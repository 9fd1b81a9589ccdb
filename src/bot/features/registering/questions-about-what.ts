import { mostFiles } from '../../../attachments/owner-files.ts';
import { goOnFrom } from '../../../drafts/composed-text.ts';
import { hasFigures } from '../../../drafts/parse/has-figures.ts';
import { summaryBounds } from '../../../exemplars/facts/facts.ts';
import { ownIdsIn, readOwnCriterionCode } from '../../../exemplars/own-criteria/codes.ts';
import { findOwnCriteria } from '../../../exemplars/own-criteria/own-criterion.ts';
import { escapeHtml } from '../../../i18n.ts';
import { criterionNumbers } from '../../../plan/criteria.ts';
import { nameMovements } from '../../../plan/movements.ts';
import { lengthOf, normalise } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { filesAnswer } from '../../forms/kinds/files.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { readStoredList } from '../../forms/position.ts';
import { offeredByPlan, textOf, tickable } from './question-kinds.ts';
import type { RegistrationQuestion, RegistrationScene } from './registration-scene.ts';

/** The question for the summary: a new one asks for its figures again. */
export const summary: Partial<RegistrationQuestion> = { saved: () => ({ figures: undefined }) };

/** The question for figures when the summary has none. */
export const figures: RegistrationQuestion = {
  key: 'figures',
  ask: (s) => s.html('register-figures'),
  label: (s) => s.t('register-figures-label'),
  answer: choiceAnswer({
    options: (s) => [
      {
        value: 'more',
        label: s.t('register-figures-more'),
        act: async () => ({
          set: { summary: undefined, '~summary': goOnFrom(textOf(s.answers.summary)) },
          say: { text: s.html('register-figures-write') },
        }),
      },
      { value: 'leave', label: s.t('register-figures-leave') },
    ],
    yes: 'more',
    no: 'leave',
    // A person who writes the figures at once need not press the button first.
    typed: (text, s) => {
      const whole = normalise(`${textOf(s.answers.summary)}\n${text}`);
      return hasFigures(text) && lengthOf(whole) <= summaryBounds.max ? { summary: whole } : undefined;
    },
  }),
  when: (s) => typeof s.answers.summary === 'string' && !hasFigures(s.answers.summary),
  unnumbered: true,
  show: (value, s) => s.t(`register-figures-${String(value)}`),
};

/** The criteria to tick, each with its numbered line; the unit's own are marked as such. */
async function numbered(s: RegistrationScene) {
  return (await tickable(s)).map((one, i) => {
    const own = readOwnCriterionCode(one.code) !== undefined;
    const words = own ? s.t('register-criterion-own', { text: one.text }) : one.text;
    return { ...one, line: `${i + 1}. ${words}` };
  });
}

/** The question for criteria: ticks, and criteria of the unit's own. */
export const criteria: Partial<RegistrationQuestion> = {
  ask: async (s) => {
    const lines = (await numbered(s)).map(({ line }) => line);
    return s.html('register-criteria', { list: lines.join('\n') });
  },
  answer: ticksAnswer({
    own: 'ownCriteria',
    atLeastOne: false,
    options: async (s) =>
      (await numbered(s)).map(({ code, line, text }) => ({
        value: code,
        label: shorten(line, 37),
        words: text,
      })),
  }),
  saved: (value) => ({ noCriteria: undefined, ownTicked: ownIdsIn(readStoredList(value)) }),
  show: async (value, s) => {
    const codes = readStoredList(value);
    const numbers = criterionNumbers(s.house.plan, s.answers.category, codes);
    const offered = offeredByPlan(s);
    const ticked = await findOwnCriteria(s.house.db.prisma, ownIdsIn(codes));
    const typed = textOf(s.answers.ownCriteria).split('\n').filter(Boolean);
    const own = [...ticked.map(({ text }) => text), ...typed].join('; ');
    return (
      s.t('register-criteria-shown', {
        n: numbers.length,
        of: offered.length,
        numbers: numbers.join(', ') || '–',
      }) + (own && s.t('register-criteria-own', { own }))
    );
  },
};

/** Tells whether the exemplar meets a criterion of the unit's own, ticked or typed. */
function hasOwn({ answers }: RegistrationScene): boolean {
  return textOf(answers.ownCriteria) !== '' || ownIdsIn(readStoredList(answers.criteria)).length > 0;
}

/** The question whether it is right that none of the plan's criteria is met. */
export const noCriteria: RegistrationQuestion = {
  key: 'noCriteria',
  ask: (s) => s.html(hasOwn(s) ? 'register-only-own-criteria' : 'register-no-criteria'),
  label: (s) => s.t('register-no-criteria-label'),
  answer: choiceAnswer({
    options: (s) => [
      {
        value: 'choose',
        label: s.t('register-no-criteria-choose'),
        act: async () => ({ set: { criteria: undefined } }),
      },
      { value: 'none', label: s.t('register-no-criteria-none') },
    ],
    no: 'choose',
    yes: 'none',
  }),
  when: (s) =>
    Array.isArray(s.answers.criteria) &&
    readStoredList(s.answers.criteria).every((code) => readOwnCriterionCode(code) !== undefined),
  unnumbered: true,
};

/**
 * The question for the movements that the exemplar comes from (Plan 101, II.1). It shares the
 * number of the criteria, which it follows.
 */
export const movements: Partial<RegistrationQuestion> = {
  sharesNumber: true,
  // A draft of a release that did not ask it yet is past it.
  when: ({ house, answers }) =>
    house.plan.movements.length > 0 && ('movements' in answers || !('impact' in answers)),
  ask: (s) => {
    const lines = s.house.plan.movements.map(({ name }, i) => `${i + 1}. ${name[s.locale]}`);
    return [s.html('register-movements'), escapeHtml(lines.join('\n'))].join('\n\n');
  },
  answer: ticksAnswer({
    atLeastOne: false,
    options: (s) =>
      s.house.plan.movements.map(({ code, name }, i) => ({
        value: code,
        label: `${i + 1}. ${shorten(name[s.locale], 34)}`,
        words: name[s.locale],
      })),
  }),
  show: (value, s) => nameMovements(s.house.plan, s.locale, readStoredList(value)) || undefined,
};

/** The question for evidence: the answer is the number of files. */
export const files: Partial<RegistrationQuestion> = {
  answer: filesAnswer({ min: 0, max: mostFiles }),
  show: (value, s) => s.t('register-files-shown', { n: Number(value) || 0 }),
};

/**
 * The question why the unit needs one more exemplar than its maximum. Sending leads to it where the
 * maximum is reached.
 */
export const exception: Partial<RegistrationQuestion> = {
  sharesNumber: true,
  when: (s) => s.draft.cursor === 'exception' || 'exception' in s.answers,
};
