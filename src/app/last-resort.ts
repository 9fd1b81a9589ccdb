import type { Logger } from 'pino';

/** What an uncaught error means for the process. */
export type Fate = 'stay' | 'end';

/** Errors of a connection, by Node's code: the interrupted work is tried again by its caller. */
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

/** PostgreSQL's classes of a broken connection (08), a stopping server (57P) or a full one (53). */
const brokenServer = /^(08|53|57P)/;

/** Messages of `pg` about a broken connection, in errors without a code. */
const brokenConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded)/;

/**
 * Decides whether the process stays after an uncaught error. A rejected promise leaves the
 * program's state whole: every update, delivery and job is a row that is tried again, so the
 * process stays. An error thrown outside a promise may have left work half done: the process ends
 * and is started again, unless only a connection broke.
 */
export function decideFate(origin: 'rejection' | 'exception', error: unknown): Fate {
  return origin === 'rejection' || isBrokenConnection(error) ? 'stay' : 'end';
}

/** Tells whether an error, or its cause, says that a connection broke. */
export function isBrokenConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (connectionCodes.has(code) || brokenServer.test(code) || brokenConnection.test(error.message))
    return true;
  return error.cause !== undefined && isBrokenConnection(error.cause);
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
