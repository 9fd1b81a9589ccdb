import type pg from 'pg';
import type { DeliveryStatus } from '../store/generated/enums.ts';
import { computeBackOff, maxDeliveryAttempts } from './back-off.ts';
import type { LockedDelivery } from './locked-delivery.ts';

/** The result of one attempt to send a delivery. */
export type Delivered =
  | { state: 'settled'; status: Exclude<DeliveryStatus, 'pending'>; error?: string }
  /**
   * Not sent yet: to be tried again after this number of milliseconds. `error` is undefined when it
   * only waits for the morning.
   */
  | { state: 'retry'; afterMs: number; error?: string }
  /** It was settled before, or another process is sending it at this moment. */
  | { state: 'gone' };

/** Postpones the next attempt; gives the delivery up after the last. */
export async function postponeDelivery(
  client: pg.PoolClient,
  delivery: LockedDelivery,
  { error, askedMs, unsure }: { error: string; askedMs: number; unsure: number },
  now: Date,
): Promise<Delivered> {
  const attempts = delivery.attempts + 1;
  if (attempts >= maxDeliveryAttempts)
    return settleDelivery(client, delivery, 'failed', now, { error, unsure });
  await client.query(
    `update delivery set attempts = $2, error = $3, unsure = $4, maybe_repeated = $5,
       sending_since = case when $6 then sending_since end
     where id = $1`,
    // An attempt of a killed process stays uncertain, also after this attempt.
    [delivery.id, attempts, error, unsure, countCopies(delivery, unsure) > 1, delivery.interrupted],
  );
  return { state: 'retry', afterMs: computeBackOff(attempts, askedMs), error };
}

/** Records the final result. */
export async function settleDelivery(
  client: pg.PoolClient,
  delivery: LockedDelivery,
  status: Exclude<DeliveryStatus, 'pending'>,
  now: Date,
  more: { channel?: string; error?: string | undefined; unsure?: number } = {},
): Promise<Delivered> {
  const unsure = more.unsure ?? delivery.unsure;
  const tried = status === 'dropped' || status === 'unconnected' ? 0 : 1;
  await client.query(
    `update delivery set status = $2, settled_at = $3, channel = $4, error = coalesce($5, error),
       attempts = attempts + $6, unsure = $7, maybe_repeated = $8, sending_since = null
     where id = $1`,
    [
      delivery.id,
      status,
      now,
      more.channel ?? null,
      more.error ?? null,
      tried,
      unsure,
      countCopies(delivery, unsure) + (status === 'sent' ? 1 : 0) > 1,
    ],
  );
  const failure = status === 'failed' ? more.error : undefined;
  return { state: 'settled', status, ...(failure === undefined ? {} : { error: failure }) };
}

/** How many times it may have arrived without a confirmation. */
function countCopies({ interrupted }: LockedDelivery, unsure: number): number {
  return unsure + (interrupted ? 1 : 0);
}
