import { isWrittenAsName } from '../../../drafts/parse/not-a-name.ts';
import { type NameBounds, type NameProblem, parseName } from '../../../drafts/parse/parse-name.ts';
import { oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { withoutAccents } from '../../../text/without-accents.ts';
import { readWords as readCommandWords } from '../../core/read-command.ts';
import type { AnswerKind, Read, Scene, Step } from '../form.ts';
import { refuseSaying } from '../step.ts';
import { answerWithWords, commandNamed } from './read-words.ts';
import { asWhole, textAnswer } from './text.ts';

/** How a question for a name reads it. */
export interface NameGiven {
  bounds(scene: Scene): NameBounds;
  /** An example of a name. */
  example(scene: Scene): string;
  /** Says that a name is too short, too long or without letters; left out: as for any line. */
  bad?(scene: Scene): string;
}

/** Creates an answer that is the name of a person or of a model. */
export function nameAnswer<Subject = unknown>(given: NameGiven): AnswerKind<string, Subject> {
  const read = (text: string, scene: Scene) => readName(text, scene, given);
  return {
    ...textAnswer<Subject>({ read }),
    ownMarks: ['Y'],
    async text(step, text) {
      if (!namesCommand(step, text)) return answerWithWords(step, asWhole(step, text), { read });
      const args = { typed: shorten(oneLine(text), 60), example: given.example(step.scene) };
      const lines = [step.scene.html('form-name-talk', args), ...commandNamed(step, text)];
      return refuseSaying(step, lines.join('\n'));
    },
  };
}

/** Reads a typed name; an invalid text is refused with the mistake and an example. */
export function readName(text: string, scene: Scene, given: NameGiven): Read<string> {
  const bounds = given.bounds(scene);
  const example = given.example(scene);
  const read = parseName(text, bounds);
  if (read.ok) return read;
  const usual = sayProblem(scene, read.problem, { bounds, example, typed: shorten(oneLine(text), 60) });
  const say = ['talk', 'question', 'phone', 'more'].includes(read.problem)
    ? usual
    : (given.bad?.(scene) ?? usual);
  return { ok: false, say };
}

function sayProblem(
  { html }: Scene,
  problem: NameProblem,
  { bounds, example, typed }: { bounds: NameBounds; example: string; typed: string },
): string {
  switch (problem) {
    case 'too-short':
    case 'too-long':
      return html('form-line-length', { min: bounds.min, max: bounds.max, example });
    case 'talk':
      return html('form-name-talk', { typed, example });
    case 'question':
      return html('form-name-question', { example });
    case 'more':
      return html('form-name-more', { example });
    case 'phone':
      return html('form-name-phone', { example });
    case 'wordless':
      return html('form-name-no-letters', { example });
  }
}

/** Tells whether the words are a command's, with its accents or without any: "Mới" is a name. */
function namesCommand({ ctx }: Step, text: string): boolean {
  const named = readCommandWords(text, ctx.commands);
  if (named?.args !== '' || isWrittenAsName(text)) return false;
  const typed = oneLine(text).toLowerCase();
  if (withoutAccents(typed) === typed) return true;
  const command = ctx.commands.find(({ name }) => name === named.name);
  return Object.values(command?.words ?? {}).some((words) => words.some((one) => typed.includes(one)));
}
