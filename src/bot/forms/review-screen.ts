import { fitLines } from '../fit-lines.ts';
import type { Form, Question, Scene } from './form.ts';
import { applicable } from './position.ts';

/** Every answer on one screen, one line each (HTML), in at most `room` characters of the message. */
export function reviewText(form: Form, scene: Scene, room: number): string {
  return fitLines(
    reviewLines(form, scene).map(({ question, words }) => ({ label: question.label(scene), value: words })),
    room,
  );
}

/** The lines that a person can look over and mend. */
export function reviewLines(form: Form, scene: Scene): { question: Question; words: string }[] {
  return applicable(form, scene).flatMap((question) => {
    if (question.unnumbered || !(question.key in scene.answers)) return [];
    const value = scene.answers[question.key];
    const words = value === null ? '–' : question.show ? question.show(value, scene) : String(value);
    return words === undefined ? [] : [{ question, words }];
  });
}
