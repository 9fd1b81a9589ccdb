/**
 * Number of attempts before a delivery is given up: the last is about two hours after the first.
 */
export const maxDeliveryAttempts = 8;

const firstMs = 10_000;
const longestMs = 3_600_000;

/**
 * Returns the wait after the `attempts`-th failed attempt, in milliseconds; at least as long as the
 * channel asked.
 */
export function computeBackOff(attempts: number, askedMs = 0): number {
  return Math.max(askedMs, Math.min(longestMs, firstMs * 3 ** (attempts - 1)));
}
