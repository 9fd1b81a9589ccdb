import pg from 'pg';
import type { Logger } from 'pino';
import { poolConfig } from '../store/pool-config.ts';

/** Claims, ends and sweeps are batched: hardly more than one of each runs at a time. */
const connections = 4;

/**
 * Opens the connections of the statements that begin and end turns. These are the same few for
 * every update and always look rows up by key, so each connection plans them once, with indexes,
 * although the statistics may be of tables that were small a moment ago.
 */
export function openTurnPool(url: string, log: Logger): pg.Pool {
  const pool = new pg.Pool(
    poolConfig(
      url,
      connections,
      '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_bitmapscan=off',
    ),
  );
  const onLost = (error: Error) => log.warn({ err: error }, 'a connection of the turns was lost');
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  return pool;
}
