import type pg from 'pg';
import { z } from 'zod';
import type { Account } from './accounts.ts';

/** A pending delivery whose row is locked until the transaction ends. */
export interface LockedDelivery {
  id: number;
  personId: number;
  name: string | null;
  locale: string;
  kind: string;
  payload: unknown;
  attempts: number;
  byHand: boolean;
  note: string | null;
  /** How often it was sent and the answer was lost. */
  unsure: number;
  /** Whether an attempt began to send it, and died. */
  interrupted: boolean;
}

/** Locks a pending delivery; undefined when it is settled, or another process is sending it. */
export async function lockDelivery(client: pg.PoolClient, id: number): Promise<LockedDelivery | undefined> {
  const { rows } = await client.query<LockedDelivery>(
    `select d.id, d.person_id as "personId", p.name, p.locale, d.kind, d.payload, d.attempts,
       d.round_id is not null as "byHand", r.note, d.unsure, d.sending_since is not null as interrupted
     from delivery d join person p on p.id = d.person_id left join nudge_round r on r.id = d.round_id
     where d.id = $1 and d.status = 'pending'
     for update of d skip locked`,
    [id],
  );
  return rows[0];
}

/**
 * Lists the accounts that a delivery may go to. They are the person's, the last used first; or the
 * one named in its payload, even when it is no longer the person's.
 */
export async function listReachable(
  client: pg.PoolClient,
  { personId, payload }: Pick<LockedDelivery, 'personId' | 'payload'>,
): Promise<Account[]> {
  const { rows } = await client.query<Account>(
    `select id, channel, external_id as "externalId", chat_id as "chatId" from account
     where case when $2::int is null then person_id = $1 else id = $2 end and reachable
     order by last_used_at desc nulls last, id`,
    [personId, toOneAccount.safeParse(payload).data?.accountId ?? null],
  );
  return rows;
}

const toOneAccount = z.object({ accountId: z.int() });
