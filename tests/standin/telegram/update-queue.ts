import { checkValue } from './check-value.ts';
import { violation } from './refusal.ts';
import type { Wire } from './wire.ts';

export type WireUpdate = Wire & { update_id: number };

/** Kinds that a bot gets only when it asks for them by name. */
const onRequest = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

interface Waiting {
  update: WireUpdate;
  /**
   * Whether it was sent before, so that an `offset` beyond its id does not confirm it until it is
   * returned again.
   */
  again: boolean;
  handedOut: boolean;
}

export type UpdateQueue = ReturnType<typeof createUpdateQueue>;

/**
 * Updates that Telegram keeps for the bot until it has confirmed them, by an offset or by a
 * webhook's 200.
 */
export function createUpdateQueue(firstId: number) {
  let nextId = firstId;
  let waiting: Waiting[] = [];
  let held: Waiting[] | undefined;
  let allowed: string[] = [];
  const all: WireUpdate[] = [];
  const listeners = new Set<() => void>();

  const push = (items: Waiting[]) => {
    if (held) {
      held.push(...items);
      return;
    }
    waiting.push(...items);
    for (const listener of [...listeners]) listener();
  };
  const wanted = (kind: string) => (allowed.length > 0 ? allowed.includes(kind) : !onRequest.has(kind));

  return {
    /** Every update so far, in order of its id, requested or not. */
    all,
    /** Delivers every update twice when set. */
    duplicate: false,

    /** Adds an update for an event. Bots that did not ask for its kind never get it. */
    add(kind: string, content: Wire): WireUpdate {
      const update: WireUpdate = { update_id: nextId, [kind]: content };
      const problems = checkValue(['Update'], update, 'update');
      if (problems.length > 0) throw new Error(`the stand-in made a wrong update: ${problems.join('; ')}`);
      nextId += 1;
      all.push(update);
      if (wanted(kind)) {
        const copy = () => ({ update: structuredClone(update), again: false, handedOut: false });
        push(this.duplicate ? [copy(), { ...copy(), again: true }] : [copy()]);
      }
      return update;
    },

    /** Sends an update again, under the same id. */
    again(update: WireUpdate): void {
      push([{ update: structuredClone(update), again: true, handedOut: false }]);
    },

    /** Holds new updates back until the returned function releases them. */
    hold(): (order?: 'as-sent' | 'reversed') => void {
      held ??= [];
      return (order = 'as-sent') => {
        const items = held ?? [];
        held = undefined;
        push(order === 'reversed' ? items.reverse() : items);
      };
    },

    /**
     * Sets the kinds that the bot wants; `[]` all but those that must be named, undefined leaves
     * it.
     */
    allow(kinds: string[] | undefined): void {
      if (kinds) allowed = kinds;
    },
    get allowed() {
      return allowed;
    },
    get length() {
      return waiting.length;
    },

    /**
     * Carries out `getUpdates`: removes the updates confirmed by `offset` and returns up to `limit`
     * of the rest.
     */
    take(offset: number | undefined, limit: number): WireUpdate[] {
      if (limit < 1 || limit > 100) throw violation('limit must be between 1 and 100');
      if (offset !== undefined && offset < 0) waiting = waiting.slice(offset);
      else if (offset) {
        waiting = waiting.filter(
          ({ update, again, handedOut }) => update.update_id >= offset || (again && !handedOut),
        );
      }
      const items = waiting.slice(0, limit);
      for (const item of items) item.handedOut = true;
      return items.map(({ update }) => update);
    },

    /** The oldest update, for a webhook. */
    first(): WireUpdate | undefined {
      return waiting[0]?.update;
    },
    /** Removes the oldest, which the webhook has accepted. */
    drop(update: WireUpdate): void {
      if (waiting[0]?.update === update) waiting.shift();
    },
    clear(): void {
      waiting = [];
    },

    /** Calls `listener` whenever updates arrive until the returned function is called. */
    listen(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
