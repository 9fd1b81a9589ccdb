import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Tells whether a header holds the secret. The time is constant; hashing first makes the lengths
 * equal.
 */
export function isSameSecret(given: unknown, secret: string): boolean {
  if (typeof given !== 'string') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
