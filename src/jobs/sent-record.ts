import { z } from 'zod';

/** Maximum number of times that a message is sent while it is unknown whether it arrived. */
export const mostUnsureCopies = 2;

const sentRecord = z.object({
  /** A digest of the content: another text is another message. */
  digest: z.string(),
  /** Whether it arrived. */
  arrived: z.boolean(),
  /** How often it was sent without an answer: it may have arrived. */
  unsure: z.number().int(),
  /** The progress, where the channel shows the message in parts. */
  parts: z.object({ arrived: z.number().int(), of: z.number().int(), maybeAgain: z.boolean() }),
});

/**
 * The state of the nth message of an update, over all attempts. It is stored with the update when
 * an attempt fails, so that the next one repeats nothing that arrived, and repeats an uncertain
 * message once at most.
 */
export type SentRecord = z.infer<typeof sentRecord>;

/** Reads the stored records of an attempt; none when they are missing or in an older format. */
export function readSentRecords(kept: unknown): SentRecord[] {
  if (kept === null || kept === undefined) return [];
  return sentRecord.array().safeParse(kept).data ?? [];
}
