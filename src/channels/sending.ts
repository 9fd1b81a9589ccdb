import { AsyncLocalStorage } from 'node:async_hooks';

/** One message on its way, over all attempts to send it. */
export interface Sending {
  /** Names the message for ever: a channel that stores its messages itself stores this one once. */
  readonly key: string;
  parts: Parts;
}

/** How far a message came that a channel shows in parts. */
export interface Parts {
  arrived: number;
  of: number;
  /** The first part says that the message before may be there twice. */
  maybeAgain: boolean;
}

/** Gives the parts of a message of which nothing was sent yet. */
export const noParts = (): Parts => ({ arrived: 0, of: 0, maybeAgain: false });

const current = new AsyncLocalStorage<Sending & { pieces: number }>();

/** Sends by `work` the message that `sending` names. */
export function sendingOf<T>(sending: Sending, work: () => T): T {
  // The same object: what arrives is written down in it while `work` runs.
  return current.run(Object.assign(sending, { pieces: 0 }), work);
}

/** Gives the message that is being sent; undefined when it has no name. */
export function currentSending(): Sending | undefined {
  return current.getStore();
}

/** Gives the next piece of the message a key of its own; undefined when the message has no name. */
export function nextPieceKey(): string | undefined {
  const sending = current.getStore();
  if (!sending) return undefined;
  sending.pieces += 1;
  return `${sending.key}/${sending.pieces}`;
}
