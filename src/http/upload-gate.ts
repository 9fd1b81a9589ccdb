import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

/** Limits on simultaneous uploads. */
export interface UploadLimits {
  /** In total: an upload page holds up to two files of 20 MB in memory. */
  atOnce: number;
  /**
   * At one address, which belongs to one chat or one question. Pages send their files one by one.
   */
  atOneAddress: number;
  /** How many beyond `atOnce` wait for their turn, unread; further ones are refused. */
  waiting: number;
  /** Maximum waiting time in milliseconds. */
  patienceMs: number;
}

/**
 * Default limits, for a small office's machine. At most 640 MB of files in memory, and a queue
 * longer than the district has units.
 */
export const usualUploadLimits: UploadLimits = {
  atOnce: 16,
  atOneAddress: 3,
  waiting: 100,
  patienceMs: 60_000,
};

/**
 * Limits uploads (routes with `config.upload`): those beyond the limit wait in order, unread.
 * Refuses with `busy` (503, so that pages try again by themselves) when one address sends too many
 * or the queue is full.
 */
export function boundUploads(http: FastifyInstance, limits: UploadLimits): void {
  let active = 0;
  const queue: (() => void)[] = [];
  const byAddress = new Map<string, number>();

  const leave = (address: string) => {
    const left = (byAddress.get(address) ?? 1) - 1;
    if (left > 0) byAddress.set(address, left);
    else byAddress.delete(address);
  };
  /** Resolves when it is this upload's turn; `gone` aborts when its connection closes. */
  const turn = async (gone: AbortSignal): Promise<void> => {
    if (active < limits.atOnce) {
      active += 1;
      return;
    }
    if (queue.length >= limits.waiting) throw new Refusal('busy');
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        const at = queue.indexOf(begin);
        if (at >= 0) queue.splice(at, 1);
        clearTimeout(timer);
        reject(new Refusal('busy'));
      };
      const timer = setTimeout(giveUp, limits.patienceMs);
      const begin = () => {
        clearTimeout(timer);
        gone.removeEventListener('abort', giveUp);
        resolve();
      };
      gone.addEventListener('abort', giveUp, { once: true });
      queue.push(begin);
    });
  };
  /** Passes the place to the next upload; without any the place is free. */
  const handOn = () => {
    const next = queue.shift();
    if (next) next();
    else active -= 1;
  };

  http.addHook('onRequest', async (request, reply) => {
    if (!request.routeOptions.config?.upload) return;
    const [address = ''] = request.url.split('?');
    const here = byAddress.get(address) ?? 0;
    if (here >= limits.atOneAddress) throw new Refusal('busy');
    byAddress.set(address, here + 1);
    const closed = new AbortController();
    let holds = false;
    reply.raw.once('close', () => {
      closed.abort();
      leave(address);
      if (holds) handOn();
    });
    await turn(closed.signal);
    holds = true;
    // The connection closed at the moment its turn came.
    if (closed.signal.aborted) handOn();
  });
}
