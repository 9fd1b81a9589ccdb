import type pg from 'pg';
import { settingOnce } from './setting.ts';

/**
 * The mode that this database was begun in. A rehearsal's sample people must never stand in a real
 * house, and nobody may be anybody over real people's data: who starts it in the other mode has to
 * be refused.
 */
export async function keptMode(pool: pg.Pool, mode: string): Promise<string> {
  return settingOnce(pool, 'mode', mode);
}
