import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import type { WindowSize } from './send-window.ts';

/** One message that was sent, and how long ago, in milliseconds. */
export interface PastSend {
  chat: string;
  ageMs: number;
}

/** What a process asks of the sends that all processes of a bot share. */
export interface LeaseRequest {
  /** Its sends since it last asked. */
  sent: PastSend[];
  /** Messages that wait. */
  needs: number;
  /** With room for fewer, none are granted: it asks again once there is. */
  least: number;
  /** Further sends, wanted only while there is plenty of room. */
  spare: number;
}

/** The answer: how many sends it may do, until `leaseMs` after it asked. */
export interface Lease {
  granted: number;
  /** Milliseconds until asking again pays, when none were granted. */
  waitMs: number;
  /** What other processes sent, each told once. */
  others: PastSend[];
}

/** Leases sends from the database that all processes of a bot share. */
export type LeaseSends = (request: LeaseRequest) => Promise<Lease>;

/**
 * Milliseconds for which leased sends are valid. A process that stops, or stands still, for longer
 * has lost them, so a lease never outlives its owner.
 */
export const leaseMs = 500;

/** The settings of a bot's leases. */
export interface LeaseOptions {
  pool: Pool;
  /** The channel that counts. */
  channel: string;
  /** The limit on the sends of all processes together. */
  size: WindowSize;
  /** How long a send matters to its chat. Milliseconds. */
  keepMs: number;
  /** For tests: the database's time. */
  at?: () => Date;
}

/**
 * Creates the leases of one process, by the SQL function `lease_sends`. The database's clock
 * decides; the process tells ages, by its own stopwatch, so that the two need not agree.
 */
export function createSendLeases({ pool, channel, size, keepMs, at }: LeaseOptions): LeaseSends {
  const owner = randomInt(2 ** 31 - 1);
  let seen = 0;
  return async ({ sent, needs, least, spare }) => {
    const { rows } = await pool.query<Omit<Lease, 'waitMs'> & { wait_ms: number; seen: number }>({
      name: 'lease-sends',
      text: 'select granted, wait_ms, others, seen from lease_sends($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
      values: [
        ...[channel, owner, JSON.stringify(sent), needs, least, spare],
        ...[size.most, size.spanMs, leaseMs, keepMs, seen, at?.()],
      ],
    });
    const [row] = rows;
    if (!row) throw new Error('no lease was answered');
    seen = row.seen;
    return { granted: row.granted, waitMs: row.wait_ms, others: row.others };
  };
}
