/**
 * A delivery is tried so often before it is given up: the last time about two hours after the
 * first.
 */
export const maxAttempts = 8;

const firstMs = 10_000;
const longestMs = 3_600_000;

/**
 * How long to wait after the `attempts`-th try failed, in milliseconds; at least as long as the
 * channel asked for.
 */
export function backOffMs(attempts: number, askedMs = 0): number {
  return Math.max(askedMs, Math.min(longestMs, firstMs * 3 ** (attempts - 1)));
}
