import { EventEmitter, once } from 'node:events';
import type { ZaloEvent } from './events.ts';

/**
 * How an event is wrapped: captured traffic is bare, the documentation shows it inside an envelope.
 */
export type Shape = 'bare' | 'wrapped';

export type EventQueue = ReturnType<typeof createEventQueue>;

/**
 * What waits for the bot. An event that was handed out is gone: there is no offset with which to
 * ask for it again.
 */
export function createEventQueue() {
  const all: ZaloEvent[] = [];
  const arrivals = new EventEmitter().setMaxListeners(0);
  const waiting: unknown[] = [];
  let held: unknown[] | undefined;

  const push = (items: unknown[]) => {
    (held ?? waiting).push(...items);
    if (!held) arrivals.emit('arrival');
  };

  return {
    /** Every event there has been, oldest first. */
    all,
    /** Delivers every event twice when set. */
    duplicate: false,

    add(event: ZaloEvent): ZaloEvent {
      all.push(event);
      push(this.duplicate ? [event, event] : [event]);
      return event;
    },
    /** Sends anything at all: an event again, one of a kind nobody knows, an empty probe. */
    raw(body: unknown): void {
      push([body]);
    },

    /** Keeps events back until the returned function lets them go. */
    hold(): (order?: 'as-sent' | 'reversed') => void {
      held ??= [];
      return (order = 'as-sent') => {
        const items = held ?? [];
        held = undefined;
        push(order === 'reversed' ? items.reverse() : items);
      };
    },

    get length() {
      return waiting.length;
    },
    /** The oldest, which is gone then, or undefined. */
    take: (): unknown => waiting.shift(),
    /** The oldest, which stays until `take`. */
    first: (): unknown => waiting[0],

    /** Resolves when something waits, or when `signal` is aborted. */
    async arrival(signal: AbortSignal): Promise<void> {
      if (waiting.length > 0 || signal.aborted) return;
      await once(arrivals, 'arrival', { signal }).catch(() => undefined);
    },
  };
}
