import { z } from 'zod';
import {
  type BurstLimits,
  type BurstPart,
  continuesBurst,
  mayBeAnotherAnswer,
  mayHaveMore,
} from '../../drafts/parse/burst.ts';
import type { BotContext } from '../core/context.ts';
import type { Outcome, Step } from './form.ts';
import { refuse, write } from './step.ts';

/** Key under which a draft keeps the part of a long text that may have more to follow. */
const burstKey = '~burst';

const stored = z.object({
  question: z.string(),
  id: z.number(),
  date: z.number(),
  length: z.number(),
  /** The text was refused: what follows is refused with it. */
  refused: z.boolean(),
  /** How many messages of it were taken so far. */
  taken: z.number(),
});
type Burst = z.infer<typeof stored>;

/** Finds the burst that the message of this step continues; undefined: it begins one of its own. */
export function findBurst(step: Step): Burst | undefined {
  const kept = step.scene.answers[burstKey];
  if (kept === undefined) return undefined;
  const before = stored.safeParse(kept).data;
  const part = readPart(step.ctx);
  if (!before || !part || before.question !== step.question.key) return undefined;
  return continuesBurst(before, part, limitsOf(step.ctx)) ? before : undefined;
}

/** Tells whether the message of this step may be the first part of a longer text. */
export function isLongPart({ ctx }: Step): boolean {
  const part = readPart(ctx);
  return part !== undefined && mayHaveMore(part, limitsOf(ctx));
}

/**
 * Takes a text by `take`, unless it follows a refused part of the same text. That was said already,
 * and nothing of it is stored. Remembers a part that may have more to follow.
 */
export async function takePart(step: Step, take: () => Promise<Outcome>): Promise<Outcome> {
  const before = findBurst(step);
  const follows = before?.refused === true;
  const part = readPart(step.ctx);
  const outcome = follows ? await refusePart(step, before, part) : await take();
  const more = isLongPart(step);
  if ((outcome !== 'stay' && outcome !== 'again') || !part || (!more && !before)) return outcome;
  const refused = follows || step.ctx.refused === true;
  const taken = refused ? 0 : (before?.taken ?? 0) + 1;
  // A short part is the last one.
  const burst: Burst | undefined = more
    ? { ...part, question: step.question.key, refused, taken }
    : undefined;
  const { ctx, scene } = step;
  // The turn may have changed the draft already.
  const draft = ctx.turn.draft ?? scene.draft;
  write({ ...step, scene: { ...scene, draft, answers: draft.answers } }, { [burstKey]: burst }, draft.cursor);
  return outcome;
}

/** Says nothing more of a refused text, unless its part may be meant as an answer of its own. */
async function refusePart(step: Step, before: Burst, part: BurstPart | undefined): Promise<Outcome> {
  return part && mayBeAnotherAnswer(before, part) ? refuse(step, 'form-paste-follows') : 'stay';
}

function readPart({ message }: BotContext): BurstPart | undefined {
  if (message?.text === undefined) return undefined;
  return { id: message.message_id, date: message.date, length: message.text.length };
}

function limitsOf({ can }: BotContext): BurstLimits {
  return { longest: can.textLength, numbered: can.buttons };
}
