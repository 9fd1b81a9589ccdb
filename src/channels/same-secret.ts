import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a header holds the secret. In constant time; hashing first makes the lengths alike. */
export function sameSecret(given: unknown, secret: string): boolean {
  if (typeof given !== 'string') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
