import type { Logger } from 'pino';

/** What an error that nothing caught means for the process. */
export type Fate = 'stay' | 'end';

/**
 * Errors of a connection, by Node's code: what they interrupted is tried again by whoever began it.
 */
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

/**
 * PostgreSQL's classes of a connection that broke (08), a server that stops (57P) or has no room
 * (53).
 */
const brokenServer = /^(08|53|57P)/;

/** What `pg` says of a connection that broke, in errors without a code. */
const brokenConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded)/;

/**
 * Decides what an error that nothing caught means. A rejected promise leaves the program's state
 * whole: every update, delivery and job is a row that is tried again, so the process stays. An
 * error thrown outside of any promise may have left anything half done: the process ends and is
 * started again, unless only a connection broke.
 */
export function fateOf(origin: 'rejection' | 'exception', error: unknown): Fate {
  return origin === 'rejection' || isBrokenConnection(error) ? 'stay' : 'end';
}

/** Tells whether an error, or what caused it, says that a connection broke. */
export function isBrokenConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (connectionCodes.has(code) || brokenServer.test(code) || brokenConnection.test(error.message))
    return true;
  return error.cause !== undefined && isBrokenConnection(error.cause);
}

/**
 * Watches for errors that nothing caught and logs one line for each, without its message. `end`
 * stops the process in order; it is called once, for the first error after which the process must
 * not go on.
 */
export function watchLastResort(log: Logger, end: () => void): void {
  let ending = false;
  const meet = (origin: 'rejection' | 'exception', error: unknown) => {
    const fate = fateOf(origin, error);
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
