import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/**
 * In milliseconds, on a machine that does nothing else; looks are counted, which take longer on a
 * busy one. After them a wait hangs on purpose and is ended. A test that asks by itself waits for
 * work that it knows to end; a person may look at an older button while a test holds a report.
 */
const longestOfTest = 60_000;
const longestOfPerson = 5000;
const everyMs = 15;

/**
 * Creates a function that waits until the app has finished all work. That is: no update is being
 * delivered (`underWay` counts those that the stand-ins still hold), none waits in the inbox, no
 * job is left. A person who would press an older button waits for it: nothing newer can come after
 * it. The function also returns once `end` is aborted, as a wait that is no longer needed costs
 * queries.
 */
export function settledIn(
  pool: pg.Pool,
  underWay: () => number,
  longestMs?: number,
): (end?: AbortSignal) => Promise<void> {
  return async (end) => {
    const longest = longestMs ?? (end ? longestOfPerson : longestOfTest);
    for (let looked = 0; looked < longest && !end?.aborted; looked += everyMs) {
      // In this order: updates that the stand-ins have delivered are in the inbox by then.
      if (underWay() === 0 && (await hasNothingToDo(pool))) return;
      await pause(everyMs);
    }
  };
}

/** A test that breaks the database keeps it from answering: then work is left. */
async function hasNothingToDo(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool
    .query<{ quiet: boolean }>(
      `select not exists (select 1 from inbox_update where status = 'pending')
          and not exists (select 1 from graphile_worker.jobs where run_at <= now() and attempts < max_attempts) as quiet`,
    )
    .catch(() => ({ rows: [{ quiet: false }] }));
  return rows[0]?.quiet ?? false;
}
