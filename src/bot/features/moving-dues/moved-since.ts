import { z } from 'zod';
import type { Answers } from '../../../drafts/draft.ts';
import type { Effect } from '../../forms/form.ts';
import { findChosen, findPresentDay, type MovingScene, readMovedUnit, sayMovingDay } from './moving-scene.ts';

/**
 * The answer that holds the day which the preview names as the present one. Another one means that
 * another officer has moved the same due since: the preview is shown again before anything moves.
 */
const shownKey = 'present';

const present = z.object({ of: z.string(), day: z.string() });

/** The present day, with what it is of: where that is answered again, it is another. */
function presentOf(s: MovingScene): z.infer<typeof present> {
  const unitId = readMovedUnit(s);
  return { of: `${s.answers.duty} ${unitId ?? ''}`, day: findPresentDay(s, unitId) ?? '' };
}

/** Returns the answer that keeps the present day, for `wasMovedSince`. */
export function keepPresentDay(s: MovingScene): Answers {
  return { [shownKey]: findChosen(s) ? presentOf(s) : undefined };
}

/** Tells whether the due was moved after the officer had answered what to move. */
export async function wasMovedSince(s: MovingScene): Promise<boolean> {
  await s.house.plans.refresh();
  const shown = present.safeParse(s.answers[shownKey]).data;
  const now = presentOf(s);
  return shown?.of === now.of && shown.day !== now.day;
}

/** Confirms what moved: the preview comes again, or the question for a day that is new. */
export async function showMovedAgain(s: MovingScene): Promise<Effect> {
  const now = presentOf(s);
  const same = s.answers.day === now.day;
  return {
    set: { [shownKey]: now, ...(same && { day: undefined, exact: undefined }) },
    say: { text: s.html('due-move-moved', { day: sayMovingDay(s, now.day || undefined) }) },
  };
}
