import { closeDraft } from '../../../drafts/draft.ts';
import { findLabel } from '../../../text/find-label.ts';
import { type FormPress, ops } from '../buttons.ts';
import { goOn } from '../draft-presses.ts';
import type { Asked, Effect, Outcome, Reply, Step } from '../form.ts';
import { answer, refuseChoice, save } from '../step.ts';

/** Reads a typed label of an option, or other words that mean it. */
export function namedOption(text: string, { options }: Asked): Pick<FormPress, 'op' | 'value'> | undefined {
  const labels = options.map(({ label }) => label);
  const others = options.flatMap(({ also = [] }, at) => also.map((words) => ({ words, at })));
  const other = findLabel(
    text,
    others.map(({ words }) => words),
  );
  const at = findLabel(text, labels) ?? (other === undefined ? undefined : others[other]?.at);
  const option = at === undefined ? undefined : options[at];
  return option && { op: ops.choose, value: option.value };
}

/** Handles the press of an option: it answers, or has its declared effect. */
export async function choose(step: Step, value: string): Promise<Outcome> {
  const option = step.options.find((one) => one.value === value);
  if (!option) return refuseChoice(step);
  return option.act ? effect(step, await option.act(step.scene)) : answer(step, value);
}

async function effect(step: Step, { discard, say, set }: Effect): Promise<Outcome> {
  const { ctx, scene } = step;
  if (discard) {
    await closeDraft(scene.house.db.pool, scene.draft.id, 'discarded', scene.now);
    await ctx.say(say ?? { text: scene.html('form-discarded') });
    return 'over';
  }
  if (say) await ctx.say(set ? say : withWayBack(step, say));
  return set ? save(step, set) : 'stay';
}

/**
 * Without buttons only the newest menu works: a message in between leads back to the question
 * itself.
 */
function withWayBack({ ctx, scene }: Step, say: Reply): Reply {
  if (ctx.can.buttons || !say.buttons?.length) return say;
  const back = { text: scene.t('draft-continue'), callback_data: goOn.data(scene.draft.id) };
  return { ...say, buttons: [...say.buttons, [back]] };
}
