import type { Pool } from 'pg';
import type { WireMessage } from '../../page/wire.ts';

/** The content of a chat after an action: its newest version, and the bot's messages since. */
export interface Heard {
  seen: number;
  messages: WireMessage[];
}

/** The actions of one step, in their order. */
export interface Journal {
  /**
   * Performs the step's next action, unless it was performed before a kill: then it returns what
   * the person heard. `key` is the same at every attempt, so that the inbox takes the action once.
   */
  perform(action: (key: string) => Promise<Heard>): Promise<Heard>;
}

/** Opens the journal of a step: what a kill broke off is played again from it. */
export async function openJournal(pool: Pool, stepId: string): Promise<Journal> {
  await pool.query('insert into rehearsal_step (id) values ($1) on conflict (id) do nothing', [stepId]);
  const { rows } = await pool.query<{ heard: Heard }>(
    'select heard from rehearsal_action where step_id = $1 order by n',
    [stepId],
  );
  let n = 0;
  return {
    async perform(action) {
      n += 1;
      const before = rows[n - 1]?.heard;
      if (before) return before;
      const heard = await action(`${stepId} ${n}`);
      await pool.query('insert into rehearsal_action (step_id, n, heard) values ($1, $2, $3::jsonb)', [
        ...[stepId, n],
        JSON.stringify(heard),
      ]);
      return heard;
    },
  };
}

/** Ends a step, so that it is never played again; its journal goes. */
export async function endStep(pool: Pool, stepId: string, skipped: boolean): Promise<void> {
  await pool.query(
    `with gone as (delete from rehearsal_action where step_id = $1)
     insert into rehearsal_step (id, ended, skipped) values ($1, true, $2)
     on conflict (id) do update set ended = true, skipped = excluded.skipped`,
    [stepId, skipped],
  );
}

/** Reads which steps have ended, and whether each was left out. */
export async function readEndedSteps(pool: Pool): Promise<Map<string, { skipped: boolean }>> {
  const { rows } = await pool.query<{ id: string; skipped: boolean }>(
    'select id, skipped from rehearsal_step where ended',
  );
  return new Map(rows.map(({ id, skipped }) => [id, { skipped }]));
}
