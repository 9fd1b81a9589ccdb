import { describe, expect, it } from 'vitest';
import { has, locales, t } from '../i18n.ts';
import { loadPlan } from '../plan/load.ts';
import { Prisma } from '../store/generated/client.ts';
import { evaluationQuestions, isAskedAfter, readEvaluation, sayEvaluation } from './questions.ts';

describe('every question of the evaluation', () => {
  const columns = Object.keys(Prisma.EvaluationScalarFieldEnum);

  it.each(evaluationQuestions.map((question) => [question.field, question] as const))(
    '%s has a question, a label, a column',
    (field, { kind, stored }) => {
      expect(field.length).toBeLessThanOrEqual(16);
      expect(stored === false || columns.includes(field)).toBe(true);
      for (const locale of locales) {
        expect(has(locale, `evaluate-${field}`) && has(locale, `evaluate-${field}-label`)).toBe(true);
        expect(kind.given.by !== 'line' || has(locale, `evaluate-${field}-example`)).toBe(true);
        for (const value of kind.given.by === 'choice' ? kind.given.values : [])
          expect(has(locale, `evaluate-${field}-${value}`)).toBe(true);
      }
    },
  );
});

describe('the answers about an exemplar', () => {
  const spread = {
    'result@7': 'spread',
    'spreadTo@7': 'làng Dơk',
    'spreadCount@7': 12,
    'difficulties@7': null,
    'evidence@7': 2,
    'lesson@7': 'Làm trước',
  };
  const none = {
    spreadTo: null,
    spreadCount: null,
    difficulties: null,
    help: null,
    lesson: null,
    evidence: 0,
  };
  it.each([
    [
      'spread',
      spread,
      { ...none, result: 'spread', spreadTo: 'làng Dơk', spreadCount: 12, lesson: 'Làm trước', evidence: 2 },
    ],
    [
      'kept since',
      { ...spread, 'result@7': 'kept' },
      { ...none, result: 'kept', lesson: 'Làm trước', evidence: 2 },
    ],
    ['stopped, the rest skipped', { 'result@7': 'stopped', 'help@7': null }, { ...none, result: 'stopped' }],
    [
      'of another exemplar too',
      { ...spread, 'result@8': 'kept', 'result@7': 'declined' },
      { result: 'declined', spreadTo: null },
    ],
    ['kept, with help', { 'result@7': 'kept', 'help@7': 'Máy bơm' }, { result: 'kept', help: 'Máy bơm' }],
  ])('are read: %s', (_what, answers, facts) => expect(readEvaluation(answers, 7)).toMatchObject(facts));

  it.each([{}, { 'result@7': 'better' }, { 'result@8': 'kept' }, { 'result@7': null }])(
    'are no evaluation: %j',
    (answers) => expect(() => readEvaluation(answers, 7)).toThrow(),
  );
});

describe('an answer', () => {
  const reader = {
    plan: loadPlan('prisma/plans/101-kh-ubnd.yaml'),
    locale: 'vi',
    t: (key: string, args = {}) => t('vi', key, args),
  } as const;
  const byField = new Map(evaluationQuestions.map((question) => [question.field, question]));
  it.each([
    ['result', 'spread', 'Phát triển, nhân rộng'],
    ['result', 'stopped', 'Đã dừng'],
    ['spreadCount', 12, '12'],
    ['spreadTo', 'làng Dơk', 'làng Dơk'],
    ['help', null, null],
    ['evidence', 2, '2 tệp'],
  ])('%s %s is said as %s', (field, value, said) => {
    const question = byField.get(field);
    if (!question) throw new Error(`no question ${field}`);
    expect(sayEvaluation(question, value, reader)).toBe(said);
  });

  it.each([
    ['spreadTo', 'spread', true],
    ['spreadTo', 'kept', false],
    ['spreadCount', 'declined', false],
    ['spreadCount', undefined, false],
    ['difficulties', 'kept', true],
    ['lesson', 'stopped', true],
  ])('%s is asked after %s: %s', (field, result, is) => {
    const question = byField.get(field);
    expect(question && isAskedAfter(question, result)).toBe(is);
  });
});
