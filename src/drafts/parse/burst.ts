/**
 * A *burst* is one long text that a phone sends as several messages. A *part* is one of these
 * messages: the channel limits the length of each.
 */
export interface BurstPart {
  /** Number of the message in its chat. */
  id: number;
  /** When it was sent, in seconds since 1970. */
  date: number;
  /** UTF-16 units, as channels count. */
  length: number;
}

/** The way a channel limits and numbers messages. */
export interface BurstLimits {
  /** The longest text of one message. */
  longest: number;
  /** Whether messages of a chat are numbered in their order, the bot's own among them. */
  numbered: boolean;
}

/**
 * Tells whether a message may be a part with more to follow. Phones cut at the limit, or at a space
 * or line end before it, at most half of it earlier. Without numbers only the last tenth counts.
 */
export function mayHaveMore({ length }: BurstPart, { longest, numbered }: BurstLimits): boolean {
  return length <= longest && length > longest * (numbered ? 0.5 : 0.9);
}

/** How fast people type, at most, in characters a second. */
const fastestTyping = 8;
/** A phone without signal may need as long between two parts. Seconds. */
const longestGap = 60;

/**
 * Tells whether `next` is the part after `part`: sent within two seconds, with no message of the
 * bot in between. Where messages have no numbers, sooner than a person could have typed it.
 */
export function continuesBurst(part: BurstPart, next: BurstPart, limits: BurstLimits): boolean {
  const seconds = next.date - part.date;
  if (!mayHaveMore(part, limits) || seconds < 0 || next.id === part.id) return false;
  if (limits.numbered) return next.id === part.id + 1 && seconds <= 2;
  return seconds <= Math.min(1 + next.length / fastestTyping, longestGap);
}

/** Tells whether a part came so late that a person may have pasted it as another answer. */
export function mayBeAnotherAnswer(part: BurstPart, next: BurstPart): boolean {
  return next.date - part.date > 2;
}
