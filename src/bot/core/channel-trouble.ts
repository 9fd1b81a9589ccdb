const minute = 60_000;
const hour = 60 * minute;

/**
 * Returns the retry schedule when the channel, not the update, failed. The first attempt is after
 * `inMs`, and attempts continue for `forMs` after the update came; undefined: the update itself is
 * at fault. Too many messages, a changed token or a lost connection (503) last for hours; any other
 * error of the channel may be caused by this message, and is given up soon. It compares the words
 * of grammY's errors, since conversations copy errors without their classes.
 */
export function channelTrouble(error: unknown): { inMs: number; forMs: number } | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message } = error;
  if (/^Network request for '\w+' failed!/.test(message)) return { inMs: minute, forMs: 6 * hour };
  const code = /^Call to '\w+' failed! \((401|429|5\d\d): /.exec(message)?.[1];
  if (code === undefined) return undefined;
  const seconds = /retry after (\d+)/.exec(message)?.[1];
  return {
    inMs: seconds === undefined ? minute : Number(seconds) * 1000,
    forMs: code.startsWith('5') && code !== '503' ? 30 * minute : 6 * hour,
  };
}
