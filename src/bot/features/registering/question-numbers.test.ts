import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../drafts/draft.ts';
import { loadPlan } from '../../../plan/load.ts';
import type { Scene } from '../../forms/form.ts';
import { placeOf, sayPlace, sayPlaceOf, whereNow } from '../../forms/place.ts';
import { openQuestions } from '../../forms/position.ts';
import { registrationForm } from './form.ts';

const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');

function sceneWith(answers: Answers, subject: object = { unitId: 1 }): Scene {
  const at = new Date('2021-08-18T08:00:00+07:00');
  const said = (key: string) => key;
  const draft = { id: 1, form: 'register', answers, subject, cursor: null };
  // Numbers look at the plan, the draft and the answers alone.
  const scene = { draft, subject, answers, now: at, locale: 'vi', person: null, t: said, html: said };
  return { ...scene, house: { plan } } as unknown as Scene;
}

/** Answers that lead to every question that may come. */
const given: Record<string, unknown> = {
  name: 'Làng Klăh',
  summary: 'không có con số nào ở đây',
  criteria: [],
  duplicate: 'register',
};

/** Fills in the form question by question; lists the numbers that are shown. */
function numbersOf(start: Answers, subject?: object): string[] {
  const shown: string[] = [];
  let answers = {};
  for (let left = 40; left > 0; left--) {
    const scene = sceneWith(answers, subject);
    const question = openQuestions(registrationForm, scene).find(({ key }) => !(key in answers));
    if (!question) return shown;
    shown.push(sayPlaceOf({ form: registrationForm, scene, question }));
    const { key } = question;
    answers = { ...answers, [key]: start[key] ?? given[key] ?? 'x' };
  }
  throw new Error('the form does not end');
}

const paths = plan.categories.flatMap(({ code, subject }) =>
  ['yes', 'no'].map((leader): [string, Answers] => [
    `${subject}, ${code}, leader ${leader}`,
    { subject, category: code, leader, leads: 'none' },
  ]),
);

describe('the number of questions is known once the subject is', () => {
  it.each(paths)('and never changes, nor jumps back: %s', (_path, start) => {
    const [first, ...later] = numbersOf(start).filter(Boolean);
    expect(first).toMatch(/^1\/\d+–\d+$/);
    const pairs = later.map((words) => words.split('/').map(Number));
    expect(new Set(pairs.map(([, of]) => of)).size).toBe(1);
    const places = pairs.map(([n]) => n ?? 0);
    expect(places[0]).toBe(2);
    places.slice(1).forEach((n, i) => {
      expect([0, 1]).toContain(n - (places[i] ?? 0));
    });
    expect(places.at(-1)).toBe(pairs[0]?.[1]);
  });

  it.each(paths.slice(0, 6))('also where the unit is asked first: %s', (_path, start) => {
    const [unit, subject, category] = numbersOf({ unit: '1', ...start }, {}).filter(Boolean);
    expect([unit, subject]).toEqual([
      expect.stringMatching(/^1\/\d+–\d+$/),
      expect.stringMatching(/^2\/\d+–\d+$/),
    ]);
    expect(category).toMatch(/^3\/\d+$/);
  });
});

describe('a paused registration says where it stands', () => {
  const answers = (keys: string[], subject = 'collective') =>
    sceneWith({ ...Object.fromEntries(keys.map((key) => [key, given[key] ?? 'x'])), subject });
  const upTo = (key: string) => {
    const all = openQuestions(registrationForm, answers(['name', 'summary', 'criteria'])).map((q) => q.key);
    return all.slice(0, all.indexOf(key));
  };

  it.each([
    ['category', 'question'],
    ['place', 'question'],
    ['figures', 'question'],
    ['noCriteria', 'question'],
    ['files', 'question'],
    ['confirm', 'end'],
  ])('at %s: %s', (key, at) => {
    const scene = answers(upTo(key));
    const where = whereNow(registrationForm, scene);
    expect(where.at).toBe(at);
    const question = openQuestions(registrationForm, scene).find((one) => one.key === key);
    if (!question) throw new Error(`no question ${key}`);
    expect(where.place).toBe(at === 'end' ? '' : sayPlace(placeOf(registrationForm, scene, question)));
  });
});
