const defaultMs = 60_000;

/**
 * Milliseconds after which an update may be tried again that failed only because its channel took no message: too many at the
 * moment, an error of theirs, out of reach. Undefined: the fault is the update's own. Read from the words of grammY's errors,
 * since conversations hand on copies, of which nothing else is left.
 */
export function channelTroubleMs(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message } = error;
  if (/^Network request for '\w+' failed!/.test(message)) return defaultMs;
  if (!/^Call to '\w+' failed! \((?:401|429|5\d\d): /.test(message)) return undefined;
  const seconds = /retry after (\d+)/.exec(message)?.[1];
  return seconds === undefined ? defaultMs : Number(seconds) * 1000;
}
