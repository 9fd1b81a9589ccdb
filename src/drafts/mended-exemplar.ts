import { z } from 'zod';
import type { Draft } from './draft.ts';

const mends = z.object({ exemplarId: z.int() });

/** Finds the exemplar that a draft of any form was opened to mend; undefined: none. */
export function mendedExemplar({ subject }: Pick<Draft, 'subject'>): number | undefined {
  return mends.safeParse(subject).data?.exemplarId;
}
