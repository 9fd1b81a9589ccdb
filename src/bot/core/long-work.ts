import { setTimeout as sleep } from 'node:timers/promises';

/** In milliseconds: a stop waits so long for work to end. */
const longestEndMs = 3000;

/** Why work that outlives its turn was stopped before its end. */
export class WorkStopped extends Error {
  /** `cancelled`: by the person; `lost`: another process has it now; `stopping`: at the stop. */
  readonly why: 'cancelled' | 'lost' | 'stopping';

  constructor(why: WorkStopped['why']) {
    super(`the work was stopped: ${why}`);
    this.name = 'WorkStopped';
    this.why = why;
  }
}

/**
 * Work that a process continues after the turn that began it. Each piece is a row with an owner,
 * so that another process begins it again when this one dies.
 */
export interface LongWork {
  /** The name under which this process owns its rows. */
  readonly owner: string;
  /** Says under which name this process owns its rows. */
  ownedBy(name: () => string): void;
  /** Takes a piece of work in; `work` never rejects. */
  add(id: number, stop: AbortController, work: Promise<void>): void;
  /** Stops the piece of work with this id, when this process does it. */
  cancel(id: number): void;
  /** Stops all work and waits for it to end. */
  stop(): Promise<void>;
}

/** Creates the list of the long work of this process. */
export function createLongWork(): LongWork {
  const running = new Map<number, { stop: AbortController; work: Promise<void> }>();
  let name = () => '';
  return {
    get owner() {
      return name();
    },
    ownedBy(given) {
      name = given;
    },
    add(id, stop, work) {
      const piece = { stop, work };
      running.set(id, piece);
      void work.finally(() => running.get(id) === piece && running.delete(id));
    },
    cancel: (id) => running.get(id)?.stop.abort(new WorkStopped('cancelled')),
    async stop() {
      const all = [...running.values()];
      for (const { stop } of all) stop.abort(new WorkStopped('stopping'));
      const late = new AbortController();
      const ended = Promise.all(all.map(({ work }) => work));
      await Promise.race([ended, sleep(longestEndMs, undefined, { signal: late.signal }).catch(() => {})]);
      late.abort();
    },
  };
}
