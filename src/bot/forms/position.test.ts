import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Answers } from '../../drafts/draft.ts';
import type { Form, Question, RepeatItem, Scene } from './form.ts';
import { choiceAnswer } from './kinds/choice.ts';
import { textAnswer } from './kinds/text.ts';
import { placeOf } from './place.ts';
import {
  answerOf,
  applicable,
  buildAsked,
  currentQuestion,
  filesFollow,
  keyIn,
  questionBefore,
  readAnswers,
} from './position.ts';
import { reviewLines } from './review-screen.ts';

const words = (key: string, more: Partial<Question> = {}): Question => ({
  key,
  ask: () => key,
  label: () => `label of ${key}`,
  answer: textAnswer({ read: (text) => ({ ok: true, value: text }) }),
  ...more,
});
const state: Question<string> = {
  key: 'state',
  ask: (s) => `how is ${s.item?.label ?? '?'}`,
  label: () => 'state',
  answer: choiceAnswer({ options: () => [{ value: 'kept', label: 'kept up' }] }),
};
/** Asked only of a member that stopped: it looks at an answer of the same member. */
const why = words('why', { when: (s) => s.answers[keyIn(s, 'state')] === 'stopped' });
const subject = z.object({ list: z.array(z.object({ key: z.string(), label: z.string() })) });
const form: Form<z.infer<typeof subject>> = {
  key: 'yearly',
  subject,
  questions: [
    words('unit'),
    {
      each: (s) => s.subject.list,
      questions: [state, why],
    },
    words('summary'),
  ],
  allowed: () => true,
  title: () => 'yearly',
  finish: async () => ({ set: {} }),
};
const list: RepeatItem[] = [
  { key: '1a', label: 'GLAR-2021-001' },
  { key: '2b', label: 'GLAR-2021-002' },
];

function sceneWith(answers: Answers, cursor: string | null = null): Scene<{ list: RepeatItem[] }> {
  const at = new Date('2021-12-01T08:00:00+07:00');
  const draft = {
    id: 7,
    form: form.key,
    personId: 1,
    chatKey: null,
    state: 'open' as const,
    answers,
    subject: { list },
    cursor,
    lastUpdate: null,
    rev: 0,
    result: null,
    updatedAt: at,
  };
  const said = (key: string) => key;
  // Positions look at the draft alone; the rest of a scene is never touched here.
  return {
    draft,
    subject: draft.subject,
    answers,
    now: at,
    locale: 'vi',
    person: null,
    t: said,
    html: said,
  } as unknown as Scene<{ list: RepeatItem[] }>;
}

const keys = (answers: Answers) => applicable(form, sceneWith(answers)).map(({ key }) => key);

describe('a group of questions that is repeated for each of a list', () => {
  it('is in the form once for each member, under keys of its own', () => {
    expect(keys({})).toEqual(['unit', 'state@1a', 'state@2b', 'summary']);
  });

  it('has conditions that look at the answers of the same member', () => {
    expect(keys({ 'state@2b': 'stopped' })).toEqual(['unit', 'state@1a', 'state@2b', 'why@2b', 'summary']);
  });

  it.each([
    [{}, null, 'unit'],
    [{ unit: 'x' }, null, 'state@1a'],
    [{ unit: 'x', 'state@1a': 'kept' }, null, 'state@2b'],
    [{ unit: 'x', 'state@1a': 'stopped', 'state@2b': 'kept' }, null, 'why@1a'],
    [{ unit: 'x', 'state@1a': 'kept', 'state@2b': 'kept' }, null, 'summary'],
    [{ unit: 'x', 'state@1a': 'kept', 'state@2b': 'kept' }, 'state@1a', 'state@1a'],
    [{ unit: 'x', 'state@1a': 'kept', 'state@2b': 'kept', summary: 's' }, null, undefined],
  ])('answers %j with the cursor %s stand at %s', (answers, cursor, key) => {
    expect(currentQuestion(form, sceneWith(answers, cursor))?.key).toBe(key);
  });

  it('is asked with the member that it is about, and its place in the list', async () => {
    const scene = sceneWith({ unit: 'x', 'state@1a': 'kept' });
    const question = currentQuestion(form, scene);
    if (!question) throw new Error('nothing is asked');
    const asked = await buildAsked(form, scene, question);
    expect(await question.ask(asked.scene)).toBe('how is GLAR-2021-002');
    expect(placeOf(form, scene, question)).toMatchObject({ n: 2, of: 2 });
    expect(questionBefore(asked)?.key).toBe('state@1a');
    expect(filesFollow(asked)).toBe(false);
  });

  it('does not change the places of the other questions', () => {
    const [unit] = applicable(form, sceneWith({}));
    if (!unit) throw new Error('no question');
    expect(placeOf(form, sceneWith({}), unit)).toEqual({ n: 1, of: 2, most: 2 });
  });

  it('names its member on the review screen', async () => {
    const lines = await reviewLines(form, sceneWith({ unit: 'x', 'state@2b': 'kept' }));
    expect(lines.map(({ label, words: said }) => `${label} = ${said}`)).toEqual([
      'label of unit = x',
      'GLAR-2021-002: state = kept',
    ]);
  });
});

describe('an answer is read with the schema of its question', () => {
  it.each([
    [{ state: 'kept' }, 'kept'],
    [{ state: null }, null],
    [{}, undefined],
    [{ state: 7 }, undefined],
    [{ state: ['kept'] }, undefined],
  ])('%j is %j', (answers, value) => {
    expect(answerOf(sceneWith(answers), state)).toEqual(value);
  });

  it.each<[stored: Answers, read: Answers]>([
    [{ unit: 'x' }, { unit: 'x' }],
    [{ unit: 5 }, {}],
    [{ unit: null, summary: ['s'] }, { unit: null }],
    [{ 'state@1a': 7, 'state@2b': 'kept' }, { 'state@2b': 'kept' }],
    [
      { '~summary': 'begun', extra: { kept: true } },
      { '~summary': 'begun', extra: { kept: true } },
    ],
    [{ unit: { id: 1 }, 'why@2b': false, summary: 's' }, { summary: 's' }],
  ])('of the stored answers %j those that can be read are %j', (stored, read) => {
    expect(readAnswers(form, sceneWith(stored))).toEqual(read);
  });

  it('of the member that the scene is about', () => {
    const [item] = list;
    if (!item) throw new Error('no member');
    const scene = { ...sceneWith({ state: 'other', 'state@1a': 'kept' }), item };
    expect(answerOf(scene, state)).toBe('kept');
  });
});
