const minute = 60_000;
const hour = 60 * minute;

/**
 * How an update is to be tried again that failed only because its channel took no message: first
 * after `inMs`, and for `forMs` after it came. Undefined: the fault is the update's own. Too many
 * messages, a changed token or a lost line (503) last for hours; any other error of theirs may come
 * of this very message, and is soon given up. Read from the words of grammY's errors, since
 * conversations hand on copies, of which nothing else is left.
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
