import type pg from 'pg';

/**
 * Records a message to send. With the client of a transaction, the message exists exactly when its
 * cause does. Returns the new delivery's id; undefined when one with this key exists, in any state.
 */
export async function enqueueDelivery(
  client: pg.Pool | pg.PoolClient,
  delivery: { key: string; personId: number; kind: string; payload: object; at: Date },
): Promise<number | undefined> {
  const { key, personId, kind, payload, at } = delivery;
  const { rows } = await client.query<{ id: number }>(
    `insert into delivery (key, person_id, kind, payload, created_at) values ($1, $2, $3, $4, $5)
     on conflict (key) do nothing returning id`,
    [key, personId, kind, JSON.stringify(payload), at],
  );
  return rows[0]?.id;
}

/**
 * Lists pending deliveries, oldest first, at most `limit` after the id `after`. It is for a sweep:
 * a job may get lost, a row does not.
 */
export async function listPendingDeliveries(
  client: pg.Pool | pg.PoolClient,
  page: { after?: number; limit?: number } = {},
): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select id from delivery where status = 'pending' and id > $1 order by id limit $2`,
    [page.after ?? 0, page.limit ?? 1000],
  );
  return rows.map(({ id }) => id);
}
