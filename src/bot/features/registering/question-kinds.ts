import { criteriaFor } from '../../../plan/criteria.ts';
import type { Category, Criterion } from '../../../plan/plan.ts';
import { fitsLength, oneLine } from '../../../text/normalise.ts';
import type { Option, Question, Read, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { textAnswer } from '../../forms/kinds/text.ts';

/** The exemplar is a person. */
export const individual = (s: Scene) => s.answers.subject === 'individual';
/** The exemplar is a collective. */
export const collective = (s: Scene) => s.answers.subject === 'collective';
/** A stored text; anything else is an empty one. */
export const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** The category chosen so far. */
export function categoryOf(s: Scene): Category | undefined {
  return s.house.plan.categories.find((c) => c.code === s.answers.category);
}

/** General criteria, then the category's own: what can be ticked (Plan 101, III.2, III.3). */
export function tickable(s: Scene): Criterion[] {
  return criteriaFor(s.house.plan, s.answers.category);
}

/** A question answered with one line of text. */
export function line(key: string, given: Partial<Question> & { min?: number; max?: number } = {}): Question {
  const { min = 2, max = 200, ...rest } = given;
  return {
    key,
    ask: (s) => s.html(`register-${key}`),
    label: (s) => s.t(`register-${key}-label`),
    answer: textAnswer({
      read: (text, s) => {
        const value = oneLine(text);
        return fitsLength(value, { min, max })
          ? { ok: true, value }
          : {
              ok: false,
              say: s.html('form-line-length', { min, max, example: s.t(`register-${key}-example`) }),
            };
      },
    }),
    ...rest,
  };
}

/** A question with a few buttons. */
export function choice(
  key: string,
  options: (s: Scene) => Option[] | Promise<Option[]>,
  given: Partial<Question> = {},
): Question {
  return {
    key,
    ask: (s) => s.html(`register-${key}`),
    label: (s) => s.t(`register-${key}-label`),
    answer: choiceAnswer({ options }),
    show: (value, s) => s.t(`register-${key}-${String(value)}`),
    ...given,
  };
}

/** Yes and no, in the question's own words. */
export const yesNo =
  (key: string) =>
  (s: Scene): Option[] => [
    { value: 'yes', label: s.t(`register-${key}-yes`) },
    { value: 'no', label: s.t(`register-${key}-no`) },
  ];

/** What is wrong with an answer, in the field's own words. */
export function sayProblem(s: Scene, field: string, problem: string): Read {
  return { ok: false, say: s.html(`register-${field}-${problem}`) };
}
