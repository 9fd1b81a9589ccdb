/** However old an update is, and also where its channel asks for more, no wait is longer. */
export const longestWaitMs = 30 * 60_000;

/**
 * Writes the SQL of the milliseconds until the next attempt of an update. 0 is now, also where none
 * is noted. A longer wait than ever is noted is that of a clock that has gone back since.
 */
export function waitMsSql(retryAt: string): string {
  const wait = `coalesce(extract(epoch from ${retryAt} - clock_timestamp()) * 1000, 0)`;
  return `(case when ${wait} between 0 and ${longestWaitMs + 60_000} then ${wait} else 0 end)::float8`;
}
