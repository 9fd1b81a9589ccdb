import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { WireUpdate } from '../update-queue.ts';
import type { World } from '../world.ts';
import type { Handler } from './handler.ts';

const shape = z.object({
  offset: z.number().optional(),
  limit: z.number().default(100),
  timeout: z.number().min(0).default(0),
  allowed_updates: z.array(z.string()).optional(),
});

/**
 * Long polling: answers at once when there are updates, else when one comes or after `timeout`
 * seconds.
 */
export const getUpdates: Handler = (world, { params, signal }) => {
  const given = shape.parse(params);
  if (world.webhook.current) {
    throw new Refusal(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  world.poll.current?.end(
    new Refusal(
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    ),
  );
  world.updates.allow(given.allowed_updates);
  const take = () => world.updates.take(given.offset, given.limit);
  const batch = take();
  if (batch.length > 0 || given.timeout === 0) return batch;
  return wait(world, take, Math.min(given.timeout, 50) * 1000, signal);
};

function wait(world: World, take: () => WireUpdate[], ms: number, signal: AbortSignal) {
  return new Promise<WireUpdate[]>((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      unlisten();
      signal.removeEventListener('abort', hangUp);
      if (world.poll.current === poll) world.poll.current = undefined;
      settle();
    };
    const poll = { end: (why: Refusal) => finish(() => reject(why)) };
    // The client does not get the answer: no update may be taken from the queue.
    const hangUp = () => finish(() => resolve([]));
    const timer = setTimeout(() => finish(() => resolve([])), ms);
    const unlisten = world.updates.listen(() => finish(() => resolve(take())));
    signal.addEventListener('abort', hangUp);
    world.poll.current = poll;
    if (signal.aborted) hangUp();
  });
}
