import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../plan/load.ts';
import { features, formsOf } from '../features/index.ts';
import { formData, ops, readFormData } from './buttons.ts';

const questions = [...formsOf(features).values()].flatMap((form) =>
  form.questions
    .flatMap((one) => ('each' in one ? one.questions : [one]))
    .map((question) => [form.key, question.key]),
);
/** The largest id that the database gives a draft. */
const draftId = 2 ** 31 - 1;

describe('codes that are part of buttons', () => {
  it.each(questions)('%s: the question %s has at most 16 characters', (_form, key) => {
    expect(key).toMatch(/^\w{1,16}$/);
  });

  it('the longest option of the plan fits with the longest question, repeated too', () => {
    const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');
    const codes = plan.categories.flatMap(({ code, criteria }) => [code, ...criteria.map((c) => c.code)]);
    const longest = codes.toSorted((a, b) => b.length - a.length)[0] ?? '';
    const question = `${'q'.repeat(16)}@${'z'.repeat(8)}`;
    const data = formData(draftId, question, ops.tick, `9.1.${longest}`);
    expect(readFormData(data)).toEqual({ draftId, question, op: ops.tick, value: `9.1.${longest}` });
  });
});
