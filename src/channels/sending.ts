import { AsyncLocalStorage } from 'node:async_hooks';

/** One message that is being sent, over all attempts. */
export interface Sending {
  /**
   * A name for the message that never changes: a channel that stores messages itself stores this
   * one once.
   */
  readonly key: string;
  parts: Parts;
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

const current = new AsyncLocalStorage<Sending & { pieces: number }>();

/** Sends, by `work`, the message that `sending` names. */
export function sendAs<T>(sending: Sending, work: () => T): T {
  // The same object: `work` records in it what has arrived.
  return current.run(Object.assign(sending, { pieces: 0 }), work);
}

/** Returns the message that is being sent; undefined when it has no name. */
export function currentSending(): Sending | undefined {
  return current.getStore();
}

/** Returns a key for the next piece of the message; undefined when the message has no name. */
export function nextPieceKey(): string | undefined {
  const sending = current.getStore();
  if (!sending) return undefined;
  sending.pieces += 1;
  return `${sending.key}/${sending.pieces}`;
}
