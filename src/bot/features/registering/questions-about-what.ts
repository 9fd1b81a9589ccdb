import { mostFiles } from '../../../attachments/attachments.ts';
import { parseDate } from '../../../drafts/parse/parse-date.ts';
import { hasFigures } from '../../../drafts/parse/parse-long-text.ts';
import { formatDate, localDate } from '../../../plan/calendar.ts';
import { criterionNumbers } from '../../../plan/criteria.ts';
import { lengthOf, normalise } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import type { Question } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { filesAnswer } from '../../forms/kinds/files.ts';
import { paragraphsAnswer } from '../../forms/kinds/paragraphs.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { asList } from '../../forms/position.ts';
import { line, sayProblem, textOf, tickable } from './question-kinds.ts';

const longestSummary = 4000;

export const summary: Question = {
  key: 'summary',
  ask: (s) => s.html('register-summary'),
  label: (s) => s.t('register-summary-label'),
  answer: paragraphsAnswer({ min: 50, max: longestSummary }),
  saved: () => ({ figures: undefined }),
};

export const figures: Question = {
  key: 'figures',
  ask: (s) => s.html('register-figures'),
  label: (s) => s.t('register-figures-label'),
  answer: choiceAnswer({
    options: (s) => [
      {
        value: 'more',
        label: s.t('register-figures-more'),
        act: async () => ({
          set: { summary: undefined, '~summary': s.answers.summary },
          say: { text: s.html('register-figures-write') },
        }),
      },
      { value: 'leave', label: s.t('register-figures-leave') },
    ],
    yes: 'more',
    no: 'leave',
    // Who writes the figures at once need not say first that they will.
    typed: (text, s) => {
      const whole = normalise(`${textOf(s.answers.summary)}\n${text}`);
      return hasFigures(text) && lengthOf(whole) <= longestSummary ? { summary: whole } : undefined;
    },
  }),
  when: (s) => typeof s.answers.summary === 'string' && !hasFigures(s.answers.summary),
  unnumbered: true,
  show: (value, s) => s.t(`register-figures-${String(value)}`),
};

export const criteria: Question = {
  key: 'criteria',
  ask: (s) => {
    const lines = tickable(s).map((c, i) => `${i + 1}. ${c.text}`);
    return s.html('register-criteria', { list: lines.join('\n') });
  },
  label: (s) => s.t('register-criteria-label'),
  answer: ticksAnswer({
    own: 'ownCriteria',
    atLeastOne: true,
    options: (s) => tickable(s).map((c, i) => ({ value: c.code, label: `${i + 1}. ${shorten(c.text, 34)}` })),
  }),
  show: (value, s) => {
    const numbers = criterionNumbers(s.house.plan, s.answers.category, asList(value));
    const own = textOf(s.answers.ownCriteria);
    return (
      s.t('register-criteria-shown', {
        n: numbers.length,
        of: tickable(s).length,
        numbers: numbers.join(', ') || '–',
      }) + (own && s.t('register-criteria-own', { own: own.replaceAll('\n', '; ') }))
    );
  },
};

export const endorsedOn: Question = {
  ...line('endorsedOn', { wantsNumber: true }),
  answer: textAnswer({
    read: (text, s) => {
      const read = parseDate(text, localDate(s.now, s.house.plan.zone));
      return read.ok ? read : sayProblem(s, 'endorsedOn', read.problem === 'future' ? 'future' : 'bad');
    },
  }),
  show: (value) => formatDate(textOf(value)),
};

export const files: Question = {
  key: 'files',
  ask: (s) => s.html('register-files'),
  label: (s) => s.t('register-files-label'),
  answer: filesAnswer({ min: 0, max: mostFiles }),
  optional: true,
  show: (value, s) => s.t('register-files-shown', { n: Number(value) || 0 }),
};

export const exception = line('exception', {
  min: 10,
  max: 500,
  unnumbered: false,
  when: (s) => '~over' in s.answers || 'exception' in s.answers,
});
