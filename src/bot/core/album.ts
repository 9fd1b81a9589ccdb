import { setTimeout as sleep } from 'node:timers/promises';
import { hasMoreOfAlbum } from '../../jobs/album.ts';
import type { BotContext } from './context.ts';

/**
 * Milliseconds until the next check, each time no further message of an album has come. By webhook
 * its messages come one by one.
 */
const looks = [0, 150, 250, 400];

/**
 * Tells whether more messages of this album follow: the last one is answered for all. One that
 * comes later than the checks take is answered by itself.
 */
export async function isAlbumContinued(ctx: BotContext): Promise<boolean> {
  const album = ctx.message?.media_group_id;
  if (album === undefined) return false;
  const { chatKey, inboxId: after } = ctx.turn;
  for (const wait of looks) {
    if (wait > 0) await sleep(wait);
    if (await hasMoreOfAlbum(ctx.house.db.pool, { chatKey, album, after })) return true;
  }
  return false;
}
