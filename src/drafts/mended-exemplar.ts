import { z } from 'zod';
import type { Draft } from './draft.ts';

const mends = z.object({ exemplarId: z.int() });

/** Finds the exemplar that a draft was opened to change; undefined: none. */
export function findMendedExemplar({ subject }: Pick<Draft, 'subject'>): number | undefined {
  return mends.safeParse(subject).data?.exemplarId;
}

const mendsActivity = z.object({ activityId: z.int() });

/** Finds the activity that a draft was opened to mend; undefined: none. */
export function findMendedActivity({ subject }: Pick<Draft, 'subject'>): number | undefined {
  return mendsActivity.safeParse(subject).data?.activityId;
}
