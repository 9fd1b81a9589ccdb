import { z } from 'zod';

/** A message is sent at most so often while nobody knows whether it arrived. */
export const mostUnsure = 2;

const sentRecord = z.object({
  /** What was sent, in short: another text is another message. */
  digest: z.string(),
  /** It arrived. */
  arrived: z.boolean(),
  /** How often it was sent without an answer: it may have arrived. */
  unsure: z.number().int(),
  /** Where the channel shows it in parts: how far it came. */
  parts: z.object({ arrived: z.number().int(), of: z.number().int(), maybeAgain: z.boolean() }),
});

/**
 * What became of the nth message of an update, over all attempts. It is kept with the update when
 * an attempt fails, so that the next one repeats nothing that arrived, and once at most what may
 * have.
 */
export type SentRecord = z.infer<typeof sentRecord>;

/**
 * Reads the records that an attempt left; none when there are none, or an older version wrote them
 * otherwise.
 */
export function readSentRecords(kept: unknown): SentRecord[] {
  return sentRecord.array().safeParse(kept).data ?? [];
}
