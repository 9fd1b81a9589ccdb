import type { Logger } from 'pino';

/** Runs work that a later run repeats: a failure is logged, and nothing else ends with it. */
export async function logFailure(log: Logger, failure: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error }, failure);
  }
}
