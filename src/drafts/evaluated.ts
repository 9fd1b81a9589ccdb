import { z } from 'zod';
import type { Draft } from './draft.ts';

const evaluates = z.object({
  exemplars: z.array(z.object({ id: z.int(), evaluationId: z.int().optional() })),
});

/**
 * Finds the evaluation whose files a part of a draft shows: `evidence@12` those of exemplar 12.
 * Undefined where there is none yet.
 */
export function findEvaluation(
  { subject }: Pick<Draft, 'subject'>,
  part: string | undefined,
): number | undefined {
  const [, exemplarId] = /@(\d+)$/.exec(part ?? '') ?? [];
  if (exemplarId === undefined) return undefined;
  const listed = evaluates.safeParse(subject).data?.exemplars ?? [];
  return listed.find(({ id }) => id === Number(exemplarId))?.evaluationId;
}
