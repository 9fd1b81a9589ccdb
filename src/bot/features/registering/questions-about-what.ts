import { parseDate } from '../../../forms/parse/parse-date.ts';
import { hasFigures } from '../../../forms/parse/parse-long-text.ts';
import { shorten } from '../../../forms/shorten.ts';
import { formatDate, localDate } from '../../../plan/calendar.ts';
import { criterionNumbers } from '../../../plan/criteria.ts';
import type { Question } from '../../forms/form.ts';
import { asList } from '../../forms/position.ts';
import { choice, line, sayProblem, textOf, tickable } from './question-kinds.ts';

export const summary: Question = {
  key: 'summary',
  ask: (s) => s.html('register-summary'),
  label: (s) => s.t('register-summary-label'),
  answer: { kind: 'paragraphs', min: 50, max: 4000 },
  saved: () => ({ figures: undefined }),
};

export const figures = choice(
  'figures',
  (s) => [
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
  { when: (s) => typeof s.answers.summary === 'string' && !hasFigures(s.answers.summary), unnumbered: true },
);

export const criteria: Question = {
  key: 'criteria',
  ask: (s) => {
    const lines = tickable(s).map((c, i) => `${i + 1}. ${c.text}`);
    return s.html('register-criteria', { list: lines.join('\n') });
  },
  label: (s) => s.t('register-criteria-label'),
  answer: {
    kind: 'ticks',
    own: 'ownCriteria',
    atLeastOne: true,
    options: (s) => tickable(s).map((c, i) => ({ value: c.code, label: `${i + 1}. ${shorten(c.text, 34)}` })),
  },
  show: (value, s) => {
    const numbers = criterionNumbers(s.house.plan, s.answers.category, asList(value));
    const own = textOf(s.answers.ownCriteria);
    return (
      s.t('register-criteria-shown', {
        n: numbers.length,
        of: tickable(s).length,
        numbers: numbers.join(', ') || '–',
      }) + (own && `; ${own}`)
    );
  },
};

export const endorsedOn: Question = {
  ...line('endorsedOn', { wantsNumber: true }),
  answer: {
    kind: 'text',
    read: (text, s) => {
      const read = parseDate(text, localDate(s.now, s.house.plan.zone));
      return read.ok ? read : sayProblem(s, 'endorsedOn', read.problem === 'future' ? 'future' : 'bad');
    },
  },
  show: (value) => formatDate(textOf(value)),
};

export const files: Question = {
  key: 'files',
  ask: (s) => s.html('register-files'),
  label: (s) => s.t('register-files-label'),
  answer: { kind: 'files', min: 0, max: 10 },
  optional: true,
  show: (value, s) => s.t('register-files-shown', { n: Number(value) || 0 }),
};

export const exception = line('exception', {
  min: 10,
  max: 500,
  unnumbered: false,
  when: (s) => '~over' in s.answers || 'exception' in s.answers,
});
