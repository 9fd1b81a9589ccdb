import { escapeHtml } from '../../i18n.ts';
import type { Form, Question, Scene } from './form.ts';
import { applicable } from './position.ts';

/** Telegram shows 4,096 characters; what does not fit is shortened line by line, longest first. */
const room = 3400;

/** Every answer on one screen, one line each (HTML). Long texts are shortened and say how long they are. */
export function reviewText(form: Form, scene: Scene): string {
  const lines = reviewLines(form, scene);
  const longest = lines.length > 0 ? Math.max(120, Math.floor((room - 40 * lines.length) / 4)) : room;
  return lines
    .map(({ question, words }) => {
      const count = [...words].length;
      const shown = count > longest ? `${[...words].slice(0, longest).join('')}… (${count})` : words;
      return `<b>${escapeHtml(question.label(scene))}:</b> ${escapeHtml(shown)}`;
    })
    .join('\n');
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
