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

/**
 * PostgreSQL's classes of a broken connection (08), a stopping server (57P) or a full one (53), and
 * Prisma's codes of a server that cannot be reached or that closed the connection.
 */
const brokenServer = /^(08|53|57P|P1001$|P1002$|P1017$)/;

/** The words of such errors: `pg` gives some no code, and conversations copy errors without it. */
const brokenConnection = [
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/,
  /^(terminating connection|the database system is |(connect|read|write) E[A-Z]+)/,
  /Can't reach database server|Server has closed the connection/,
  /Unable to start a transaction in the given time/,
  /Raw query failed\. Code: `(08|53|57P)/,
];

/** Tells whether an error, or its cause, says that a connection broke. */
export function isBrokenConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (connectionCodes.has(code) || brokenServer.test(code)) return true;
  if (brokenConnection.some((words) => words.test(error.message))) return true;
  return error.cause !== undefined && isBrokenConnection(error.cause);
}
