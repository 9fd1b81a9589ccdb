import { AsyncLocalStorage } from 'node:async_hooks';

/** A message that is being sent, or several that belong together, over all attempts. */
export interface Sending {
  /**
   * A name for it that never changes: a channel that stores messages itself stores these once.
   */
  readonly key: string;
  /** How far each message is, in their order; what is not there yet was not begun. */
  progress: Parts[];
}

/** The progress of a message that a channel shows in parts. */
export interface Parts {
  arrived: number;
  of: number;
  /** Whether the first part says that the previous message may be there twice. */
  maybeAgain: boolean;
}

/** Returns the progress of a message of which nothing was sent yet. */
export const createParts = (): Parts => ({ arrived: 0, of: 0, maybeAgain: false });

const current = new AsyncLocalStorage<{ sending: Sending; said: number; pieces: number }>();

/**
 * Sends, by `work`, the messages that `sending` names. `work` records in it what has arrived, and
 * sends the same messages in the same order at each attempt.
 */
export function sendAs<T>(sending: Sending, work: () => T): T {
  return current.run({ sending, said: 0, pieces: 0 }, work);
}

/** Returns the progress of the next message that is sent; undefined when it has no name. */
export function nextProgress(): Parts | undefined {
  const now = current.getStore();
  if (!now) return undefined;
  const { progress } = now.sending;
  const parts = progress[now.said] ?? createParts();
  progress[now.said] = parts;
  now.said += 1;
  return parts;
}

/** Returns a key for the next piece of the message; undefined when the message has no name. */
export function nextPieceKey(): string | undefined {
  const now = current.getStore();
  if (!now) return undefined;
  now.pieces += 1;
  return `${now.sending.key}/${now.pieces}`;
}
