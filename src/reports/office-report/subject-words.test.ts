import { describe, expect, test } from 'vitest';
import { loaded } from '../../../tests/support/loaded.ts';
import { loadPlan } from '../../plan/load.ts';
import { nameSubject } from '../../plan/name-subject.ts';
import { composeAppendix, composeKindTable } from './tables.ts';

describe.each([
  ['prisma/plans/101-kh-ubnd.yaml', ['Tập thể', 'Cá nhân'], ['tập thể', 'cá nhân'], 'collective'],
  ['tests/fixtures/plans/small.yaml', ['Nhóm', 'Cá nhân'], ['nhóm', 'cá nhân'], 'group'],
])('under %s', (file, headings, words, english) => {
  const plan = loaded(loadPlan(file));

  test('tables of the office head their columns as the plan names its subjects', () => {
    for (const table of [composeKindTable(plan, []), composeAppendix(plan, [])])
      expect(JSON.stringify(table)).toMatch(new RegExp(headings.map((one) => `"${one}".*`).join('')));
  });

  test('sentences name subjects in small letters', () => {
    expect([nameSubject(plan, 'collective'), nameSubject(plan, 'individual')]).toEqual(words);
    expect(nameSubject(plan, 'collective', 'en')).toBe(english);
  });
});
