import type { Channel } from '../../channels/channel.ts';
import { type Clock, shownBy } from '../../clock.ts';

/**
 * Tells when a message was sent, by our clock. "Hôm nay" in a message that waited overnight is the
 * day before. `date` in seconds, as in the update; without one (a press, or 0) it is now. Never in
 * the future.
 */
export function saidAt(clock: Clock, { ownTime }: Pick<Channel, 'ownTime'>, date: number | undefined): Date {
  const now = clock.now();
  if (!date) return now;
  const stamped = new Date(date * 1000);
  const sent = ownTime ? stamped : shownBy(clock, stamped);
  return new Date(Math.min(sent.getTime(), now.getTime()));
}
