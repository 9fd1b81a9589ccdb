import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * Creates the log: JSON lines without names, texts or phone numbers. Of an error it writes only
 * name, code and places in our code, because messages may quote a person's text or a row.
 */
export function createLog(level: string, to?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
    },
    to,
  );
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, cause } = error;
  return {
    name,
    ...('code' in error ? { code: error.code } : {}),
    ...('error_code' in error ? { code: error.error_code } : {}),
    at: placesOf(error).slice(0, 8),
    ...(cause ? { cause: describeError(cause) } : {}),
  };
}

/**
 * Returns where an error came from, innermost first: `at claimNext (…/inbox.ts:98:3)`. A stack
 * begins with the message, which may quote a line that itself begins with "at": only lines that end
 * in a place in a file are used.
 */
export function placesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const message = error instanceof Error ? error.message : '';
  const begins = message === '' ? 0 : stack.indexOf(message);
  return stack
    .slice(begins < 0 ? 0 : begins + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*(:\d+:\d+\)?|<anonymous>\)?|\(native\))$/.test(line));
}
