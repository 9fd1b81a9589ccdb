import { setTimeout as pause } from 'node:timers/promises';

/**
 * Returns the first answer of `look` that is not undefined; asks every `everyMs`. Throws after
 * `patienceMs`, which is for a program that hangs, not for a slow machine.
 */
export async function until<T>(
  look: () => Promise<T | undefined>,
  { everyMs = 50, patienceMs = 1_800_000 } = {},
): Promise<T> {
  const late = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > late) throw new Error(`waited ${patienceMs} ms in vain`);
    await pause(everyMs);
  }
}
