import type { Logger } from 'pino';
import { isBrokenConnection } from '../store/broken-connection.ts';

/** What an uncaught error means for the process. */
export type Fate = 'stay' | 'end';

/**
 * Decides whether the process stays after an uncaught error. A rejected promise leaves the
 * program's state whole: every update, delivery and job is a row that is tried again, so the
 * process stays. An error thrown outside a promise may have left work half done: the process ends
 * and is started again, unless only a connection broke.
 */
export function decideFate(origin: 'rejection' | 'exception', error: unknown): Fate {
  return origin === 'rejection' || isBrokenConnection(error) ? 'stay' : 'end';
}

/**
 * Watches for uncaught errors and logs one line for each, without its message. `end` stops the
 * process in order; it is called once, for the first error after which the process must not
 * continue.
 */
export function watchLastResort(log: Logger, end: () => void): void {
  let ending = false;
  const meet = (origin: 'rejection' | 'exception', error: unknown) => {
    const fate = decideFate(origin, error);
    const told = { err: error, origin };
    if (fate === 'stay') return log.error(told, 'nothing caught an error; the process stays');
    log.fatal(told, 'nothing caught an error; the process ends');
    if (ending) return;
    ending = true;
    end();
  };
  process.on('unhandledRejection', (error) => meet('rejection', error));
  process.on('uncaughtException', (error) => meet('exception', error));
}
