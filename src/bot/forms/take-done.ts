import { filesOfDraft } from '../../exemplars/attachments.ts';
import { lengthOf } from '../../forms/parse/normalise.ts';
import { previousAnswer, ticksOf } from './position.ts';
import { sayWithin } from './say-within.ts';
import { answer, type Outcome, refuse, refuseChoice, type Step } from './step.ts';

/** [Xong]: what was written, ticked or sent so far is the answer, if it is enough. */
export async function takeDone(step: Step): Promise<Outcome> {
  const { question, scene, options } = step;
  const kind = question.answer;
  if (kind.kind === 'paragraphs') {
    const partial = scene.answers[`~${question.key}`];
    const text = typeof partial === 'string' ? partial : previousAnswer(scene, question);
    const have = typeof text === 'string' ? lengthOf(text) : 0;
    return have < kind.min
      ? sayWithin(step, scene.html('form-text-too-short', { min: kind.min, have }))
      : answer(step, text);
  }
  if (kind.kind === 'ticks') {
    // Ticks of a category chosen before are no answer under this one.
    const ticks = ticksOf(scene, question).filter((code) => options.some((o) => o.value === code));
    const own = kind.own ? scene.answers[kind.own] : undefined;
    return kind.atLeastOne && ticks.length === 0 && !own
      ? refuse(step, 'form-tick-one')
      : answer(step, ticks);
  }
  if (kind.kind === 'files') {
    const { length: count } = await filesOfDraft(scene.house.db.pool, scene.draft);
    return count < kind.min
      ? sayWithin(step, scene.html('form-send-file'), { link: true })
      : answer(step, count);
  }
  return kind.kind === 'choice' || kind.kind === 'confirm'
    ? refuseChoice(step)
    : refuse(step, 'form-not-understood');
}
