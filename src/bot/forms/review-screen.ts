import { fitLines } from '../core/fit-lines.ts';
import type { Form, Question, Scene } from './form.ts';
import { applicable, sceneFor } from './position.ts';

/**
 * Shows every answer on one screen, one line each (HTML), in at most `room` characters of the
 * message.
 */
export async function reviewText(form: Form, scene: Scene, room: number): Promise<string> {
  const lines = await reviewLines(form, scene);
  return fitLines(
    lines.map(({ label, words }) => ({ label, value: words })),
    room,
  );
}

/** One line that a person can check and change. */
export interface ReviewLine {
  question: Question;
  label: string;
  words: string;
}

/** Lists the lines that a person can check and change. */
export async function reviewLines(form: Form, scene: Scene): Promise<ReviewLine[]> {
  const asked = applicable(form, scene).filter(
    (q) => !q.unnumbered && q.partOf === undefined && q.key in scene.answers,
  );
  const lines = await Promise.all(asked.map((question) => reviewLine(question, sceneFor(scene, question))));
  return lines.filter((line) => line !== undefined);
}

async function reviewLine(question: Question, scene: Scene): Promise<ReviewLine | undefined> {
  const value = scene.answers[question.key];
  const words = value === null ? '–' : question.show ? await question.show(value, scene) : String(value);
  if (words === undefined) return undefined;
  const label = question.label(scene);
  return { question, label: scene.item ? `${scene.item.label}: ${label}` : label, words };
}
