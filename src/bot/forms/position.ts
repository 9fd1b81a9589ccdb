import type { Answers } from '../../drafts/draft.ts';
import type { Asked, Form, Maybe, Question, Repeated, Scene } from './form.ts';

/**
 * Lists every question of a form in order; a repeated group is there once for each member of its
 * list.
 */
export function questionsOf(form: Form, scene: Scene): readonly Question[] {
  return form.questions.flatMap((one) => ('each' in one ? repeated(one, scene) : one));
}

function repeated({ each, questions }: Repeated, scene: Scene): Question[] {
  const items = each(scene);
  return items.flatMap((item, i) =>
    questions.map((question) => ({
      ...question,
      key: `${question.key}@${item.key}`,
      ...(question.partOf !== undefined && { partOf: `${question.partOf}@${item.key}` }),
      about: { item, ...(item.place ?? { n: i + 1, of: items.length }) },
    })),
  );
}

/** Builds the scene of one question: a repeated one knows its member of the list. */
export function sceneFor(scene: Scene, { about }: Question): Scene {
  if (about) return { ...scene, item: about.item };
  if (!scene.item) return scene;
  const { item: _other, ...rest } = scene;
  return rest;
}

/** Returns the key of another answer, of the same member where the question is repeated. */
export function keyIn({ item }: Scene, key: string): string {
  return item ? `${key}@${item.key}` : key;
}

/** Lists the questions that apply, given the answers so far. */
export function applicable(form: Form, scene: Scene): Question[] {
  return questionsOf(form, scene).filter((question) => question.when?.(sceneFor(scene, question)) ?? true);
}

/** Open questions by their scene, which never changes. A turn asks for them about ten times. */
const openIn = new WeakMap<Scene, { form: Form; questions: readonly Question[] }>();

/** Lists the questions that apply and can be answered: locked ones are read only. */
export function openQuestions(form: Form, scene: Scene): readonly Question[] {
  const known = openIn.get(scene);
  if (known?.form === form) return known.questions;
  const questions = applicable(form, scene).filter((question) => !form.locks?.locked(question, scene));
  openIn.set(scene, { form, questions });
  return questions;
}

/** Key under which a draft keeps the lines chosen to be changed, in the order of asking. */
export const chosenLinesKey = '~lines';

/**
 * Finds the draft's current question. It is the one gone back to, else the next line chosen to be
 * changed, else the first without an answer. Undefined: all answered.
 */
export function currentQuestion(form: Form, scene: Scene): Question | undefined {
  const questions = openQuestions(form, scene);
  const at = scene.draft.cursor;
  const chosen = readStoredList(scene.answers[chosenLinesKey]);
  return (
    questions.find(({ key }) => key === at) ??
    questions.find(({ key }) => chosen.includes(key)) ??
    questions.find(({ key }) => !(key in scene.answers))
  );
}

/** Builds the question to ask: with its own scene, and its present options. */
export async function buildAsked(form: Form, scene: Scene, question: Question): Promise<Asked> {
  const own = sceneFor(scene, question);
  return { form, scene: own, question, options: await optionsOf(question, own) };
}

/** Lists the options of a question; none where it has none. */
export function optionsOf({ answer }: Question, scene: Scene): Maybe<Asked['options']> {
  return answer.options?.(scene) ?? [];
}

/** Finds the previous question that a person would want to see again; undefined at the first. */
export function questionBefore({ form, scene, question }: Omit<Asked, 'options'>): Question | undefined {
  const questions = openQuestions(form, scene);
  const at = questions.findIndex((q) => q.key === question.key);
  return questions.slice(0, at).findLast((q) => !q.unnumbered);
}

/** Tells whether a later question of the form takes files. */
export function filesFollow({ form, scene, question }: Asked): boolean {
  const questions = questionsOf(form, scene);
  const at = questions.findIndex((q) => q.key === question.key);
  return questions.slice(at + 1).some(({ answer }) => answer.file !== undefined);
}

/**
 * Reads an answer with the schema of its question; null: skipped, undefined: none that can be read.
 */
export function answerOf<Value>(scene: Scene, question: Question<Value>): Value | null | undefined {
  return readAnswer(question, scene.answers[keyIn(scene, question.key)]);
}

/** Reads the answer of a question that every finished form has answered. Throws without one. */
export function answered<Value>(scene: Scene, question: Question<Value>): Value {
  const value = answerOf(scene, question);
  if (value === undefined || value === null) throw new Error(`${question.key} has no answer`);
  return value;
}

/** Answers that were read: those of an earlier scene of the turn, with or without a change. */
const readBefore = new WeakSet<Answers>();

/** Applies a patch to answers that were read; its values come from the questions themselves. */
export function patchRead(answers: Answers, patch: Answers): Answers {
  const patched = applyPatch(answers, patch);
  readBefore.add(patched);
  return patched;
}

/**
 * Reads stored answers, each with the schema of its question. One that cannot be read any more is
 * left out: its question is asked again.
 */
export function readAnswers(form: Form, scene: Scene): Answers {
  if (readBefore.has(scene.answers)) return scene.answers;
  const unreadable = questionsOf(form, scene).filter(
    (question) =>
      question.key in scene.answers && readAnswer(question, scene.answers[question.key]) === undefined,
  );
  if (unreadable.length === 0) return scene.answers;
  return applyPatch(scene.answers, Object.fromEntries(unreadable.map(({ key }) => [key, undefined])));
}

function readAnswer<Value>({ answer }: Question<Value>, stored: unknown): Value | null | undefined {
  // A failed parse builds an error with its stack, and most questions have no answer yet.
  if (stored === undefined || stored === null) return stored;
  return answer.value.safeParse(stored).data;
}

/**
 * Finds the answer shown as "so far": the present one, or the one that an officer asked to change.
 */
export function previousAnswer({ form, scene, question }: Omit<Asked, 'options'>): unknown {
  const { key } = question;
  if (key in scene.answers) return scene.answers[key];
  return readAnswer(question, form.previous?.(scene)?.[key]);
}

/** Applies a patch to answers: `undefined` removes a key. */
export function applyPatch(answers: Answers, patch: Answers): Answers {
  return Object.fromEntries(
    Object.entries({ ...answers, ...patch }).filter(([, value]) => value !== undefined),
  );
}

/** Reads a stored list of strings; anything else is an empty one. */
export function readStoredList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/**
 * Tells whether "keep as it is" answers the question. There must be a valid earlier answer, and the
 * person must have come back to it. Under another subject, other categories can be chosen.
 */
export function canKeep(asked: Asked): boolean {
  const { question, scene, options } = asked;
  const value = previousAnswer(asked);
  return value !== undefined && !question.unnumbered && canStay(question, scene, value, options);
}

/** Tells whether an earlier answer is still valid. */
export function canStay(
  { key, answer }: Question,
  { answers }: Scene,
  value: unknown,
  options: Asked['options'],
): boolean {
  if (key in answers || value === null) return true;
  return (answer.codesOf?.(value) ?? []).every((code) => options.some((option) => option.value === code));
}
