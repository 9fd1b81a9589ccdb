import type { Pool } from 'pg';
import { z } from 'zod';
import { readSetting, writeSetting } from '../../store/setting.ts';

/** The play that was begun last, and how it stands. */
const playRecord = z.object({
  play: z.enum(['firstYear', 'fiveYears']),
  state: z.enum(['playing', 'stopped', 'done']),
});
/** Which play was begun last, and its state. */
export type PlayRecord = z.infer<typeof playRecord>;

const key = 'rehearsalPlay';
/** A release that had only the first year wrote here how far it was. */
const earlierKey = 'firstYear';

/** Reads which play was begun last; undefined in a new rehearsal. */
export async function readPlayRecord(pool: Pool): Promise<PlayRecord | undefined> {
  const kept = await readSetting(pool, key);
  if (kept !== undefined) return playRecord.parse(kept);
  const earlier = await readSetting(pool, earlierKey);
  return earlier === undefined ? undefined : { play: 'firstYear', state: 'done' };
}

/** Writes which play is under way, was stopped, or has ended. */
export async function writePlayRecord(pool: Pool, record: PlayRecord): Promise<void> {
  await writeSetting(pool, key, record);
}

/** Tells whether an earlier release has played the first year: its steps left no rows. */
export async function wasPlayedByEarlierRelease(pool: Pool): Promise<boolean> {
  return (await readSetting(pool, earlierKey)) !== undefined;
}
