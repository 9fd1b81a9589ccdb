import type { Logger } from 'pino';

/**
 * Runs work that a later run repeats: a failure is logged, and nothing else ends with it. Returns
 * the error; undefined: the work is done.
 */
export async function logFailure(
  log: Logger,
  failure: string,
  work: () => Promise<unknown>,
): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    log.error({ err: error }, failure);
    return error;
  }
}
