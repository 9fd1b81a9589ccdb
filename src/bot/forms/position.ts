import type { Answers } from '../../forms/draft.ts';
import type { Form, Question, Scene } from './form.ts';

/** The questions that apply, given the answers so far. */
export function applicable(form: Form, scene: Scene): Question[] {
  return form.questions.filter((question) => question.when?.(scene) ?? true);
}

/** Where the draft stands: the question gone back to, else the first without an answer; undefined: all answered. */
export function currentQuestion(form: Form, scene: Scene): Question | undefined {
  const questions = applicable(form, scene);
  const at = scene.draft.cursor;
  return questions.find((q) => q.key === at) ?? questions.find((q) => !(q.key in scene.answers));
}

/** Place of a question, from 1, among those that have a number. */
export function placeOf(form: Form, scene: Scene, question: Question): { n: number; of: number } {
  const numbered = applicable(form, scene).filter((q) => !q.unnumbered);
  return { n: numbered.indexOf(question) + 1, of: numbered.length };
}

/** The question before this one that a person would want to see again; undefined at the first. */
export function questionBefore(form: Form, scene: Scene, question: Question): Question | undefined {
  const questions = applicable(form, scene);
  return questions.slice(0, questions.indexOf(question)).findLast((q) => !q.unnumbered);
}

/** The answer shown as "so far": the present one, or the one that an officer asked to mend. */
export function previousAnswer(scene: Scene, question: Question): unknown {
  return previousOf(scene, question.key);
}

/** As `previousAnswer`, by key. */
export function previousOf(scene: Scene, key: string): unknown {
  if (key in scene.answers) return scene.answers[key];
  const previous = scene.draft.subject.previous;
  return isAnswers(previous) ? previous[key] : undefined;
}

function isAnswers(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null;
}

/** Answers with a patch applied: `undefined` removes a key. */
export function patched(answers: Answers, patch: Answers): Answers {
  return Object.fromEntries(
    Object.entries({ ...answers, ...patch }).filter(([, value]) => value !== undefined),
  );
}

/** The ticks so far; a question gone back to starts from its answer. */
export function ticksOf(scene: Scene, question: Question): string[] {
  return asList(scene.answers[`~${question.key}`] ?? previousAnswer(scene, question));
}

/** A stored list of strings; anything else is an empty one. */
export function asList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
