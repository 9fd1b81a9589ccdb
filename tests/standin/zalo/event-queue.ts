import { EventEmitter, once } from 'node:events';
import type { ZaloEvent } from './events.ts';

/**
 * How an event is wrapped: captured traffic is bare, the documentation shows it inside an envelope.
 */
export type Shape = 'bare' | 'wrapped';

export type EventQueue = ReturnType<typeof createEventQueue>;

/**
 * The events that wait for the bot. A returned event is gone: there is no offset with which to
 * request it again.
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
    /** Every event so far, oldest first. */
    all,
    /** Delivers every event twice when set. */
    duplicate: false,

    add(event: ZaloEvent): ZaloEvent {
      all.push(event);
      push(this.duplicate ? [event, event] : [event]);
      return event;
    },
    /** Sends any body: an event again, one of an unknown kind, an empty probe. */
    raw(body: unknown): void {
      push([body]);
    },

    /** Holds events back until the returned function releases them. */
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
    /** Returns and removes the oldest; undefined when there is none. */
    take: (): unknown => waiting.shift(),
    /** The oldest, which stays until `take`. */
    first: (): unknown => waiting[0],

    /** Resolves when an event waits, or when `signal` is aborted. */
    async arrival(signal: AbortSignal): Promise<void> {
      if (waiting.length > 0 || signal.aborted) return;
      await once(arrivals, 'arrival', { signal }).catch(() => undefined);
    },
  };
}
