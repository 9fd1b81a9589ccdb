import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * JSON lines without names, texts or phone numbers: of an error only its name, code and places in our code are written,
 * since messages may quote what a person wrote or what stands in a row.
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
  const { name, stack, cause } = error;
  return {
    name,
    ...('code' in error ? { code: error.code } : {}),
    ...('error_code' in error ? { code: error.error_code } : {}),
    at: stack
      ?.split('\n')
      .filter((line) => line.trim().startsWith('at '))
      .slice(0, 8)
      .map((line) => line.trim()),
    ...(cause ? { cause: describeError(cause) } : {}),
  };
}
