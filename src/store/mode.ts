import type pg from 'pg';
import { writeSettingOnce } from './setting.ts';

/**
 * Returns the mode in which this database was first started, `mode` the first time. Sample people
 * of a rehearsal must never mix with real ones, and no visitor may act as a real person, so a start
 * in the other mode must be refused.
 */
export async function readOrKeepMode(pool: pg.Pool, mode: string): Promise<string> {
  return writeSettingOnce(pool, 'mode', mode);
}
