import type { Asked, Form, Question, Scene } from './form.ts';
import { currentQuestion, openQuestions } from './position.ts';

/** The place of a question among the numbered ones, from 1. */
export interface Place {
  n: number;
  /** How many there are, at least. */
  of: number;
  /** How many there are, at most: another number until the answer is known that decides it. */
  most: number;
}

/**
 * Returns the place of a question. A repeated question has the place of its member in the list; one
 * without a number of its own has that of the question before it.
 */
export function placeOf(form: Form, scene: Scene, question: Question): Place {
  if (question.about) return { n: question.about.n, of: question.about.of, most: question.about.of };
  const questions = openQuestions(form, scene);
  const at = questions.findIndex(({ key }) => key === question.key);
  const n = questions.slice(0, at + 1).filter(hasNumber).length;
  const counts = scenesAhead(form, scene).map((ahead) => openQuestions(form, ahead).filter(hasNumber).length);
  return { n, of: Math.min(...counts), most: Math.max(...counts) };
}

const hasNumber = ({ unnumbered, sharesNumber, about }: Question) => !unnumbered && !sharesNumber && !about;

/** Lists the scenes that the deciding answer may lead to; the scene itself once it is given. */
function scenesAhead({ decides }: Form, scene: Scene): Scene[] {
  if (!decides || decides.key in scene.answers) return [scene];
  return decides.values.map((value) => ({ ...scene, answers: { ...scene.answers, [decides.key]: value } }));
}

/** Writes a place: `3/12`, or `1/12–14` while the number of questions is not known yet. */
export function sayPlace({ n, of, most }: Place): string {
  return of === most ? `${n}/${of}` : `${n}/${of}–${most}`;
}

/** Writes the place before a question; empty where questions have no number. */
export function sayPlaceOf({ form, scene, question }: Omit<Asked, 'options'>): string {
  const place = placeOf(form, scene, question);
  return place.most > 1 && place.n > 0 && !question.unnumbered ? sayPlace(place) : '';
}

/** Tells where a draft stands, as arguments of its texts. */
export function whereNow(form: Form, scene: Scene): { at: 'question' | 'end' | 'within'; place: string } {
  const question = currentQuestion(form, scene);
  if (!question) return { at: 'end', place: '' };
  const place = placeOf(form, scene, question);
  const ends = question.unnumbered && !numberedFollows(form, scene, question);
  if (ends && place.most > 0) return { at: 'end', place: '' };
  return place.most > 1 ? { at: 'question', place: sayPlace({ ...place, n: Math.max(1, place.n) }) } : within;
}

const within = { at: 'within', place: '' } as const;

function numberedFollows(form: Form, scene: Scene, question: Question): boolean {
  const questions = openQuestions(form, scene);
  const at = questions.findIndex(({ key }) => key === question.key);
  return questions.slice(at + 1).some((one) => hasNumber(one) || one.about);
}
