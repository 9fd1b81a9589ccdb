import { readWords as readCommandWords } from '../../core/read-command.ts';
import { mayUse } from '../../core/rights.ts';
import type { Maybe, Outcome, Read, Scene, Step } from '../form.ts';
import { answer, refuseSaying } from '../step.ts';

/** Handles a text as the answer, by the question's own reading of it. */
export async function answerWithWords(
  step: Step,
  text: string,
  by: { read(text: string, scene: Scene): Maybe<Read> },
): Promise<Outcome> {
  const result = await by.read(text, step.scene);
  if (!result.ok) return refuseSaying(step, [result.say, ...commandNamed(step, text)].join('\n'));
  const kept = await answer(step, result.value);
  const [hint] = commandNamed(step, text);
  // Not where the draft had changed elsewhere, and nothing was saved.
  if (hint && step.ctx.turn.draft)
    await step.ctx.say({ text: `${step.scene.html('form-word-kept', { typed: text })} ${hint}` });
  return kept;
}

/** Says how to run the command that the words name, since nothing is guessed inside a form. */
export function commandNamed({ ctx, scene }: Step, text: string): string[] {
  const named = readCommandWords(text, ctx.commands, ctx.person);
  // "Báo cáo viên" names none: nothing may follow the words.
  if (named?.args !== '') return [];
  const command = ctx.commands.find(({ name }) => name === named.name);
  if (!command || !mayUse(ctx.person, command)) return [];
  return [
    scene.html('form-command-meant', {
      command: `/${command.name}`,
      what: scene.t(`command-${command.name}`),
    }),
  ];
}
