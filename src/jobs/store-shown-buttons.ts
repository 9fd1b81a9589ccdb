import type pg from 'pg';
import type { ShownButton } from './shown-buttons.ts';

/**
 * Stores the buttons of a message that was sent without a request. `keeps`: the earlier ones stay
 * valid next to them. A chat that never wrote has no row, and needs none.
 */
export async function storeShownButtons(
  pool: pg.Pool,
  chatKey: string,
  message: { messageId: number; at: number; buttons: ShownButton[] },
  keeps: boolean,
): Promise<void> {
  await pool.query(
    `update chat set shown = jsonb_build_object(
       'messageId', $2::int8, 'at', $3::int8,
       'buttons', $4::jsonb || case when $5 then coalesce(shown -> 'buttons', '[]') else '[]' end,
       'before', coalesce(shown -> case when $5 then 'before' else 'buttons' end, '[]'))
     where key = $1`,
    [chatKey, message.messageId, message.at, JSON.stringify(message.buttons), keeps],
  );
}
