import type pg from 'pg';
import { readInboxHealth } from '../jobs/inbox.ts';

/** The metrics for Prometheus: counts and times, never names or contents. */
export interface Metrics {
  updateHandled(channel: string, seconds: number, outcome: 'done' | 'retry' | 'failed'): void;
  delivery(status: string): void;
  /** Returns the exposition text; asks the database for the waiting work. */
  text(pool: pg.Pool): Promise<string>;
}

/** Creates the metrics of a process. Their library is loaded once there is something to count. */
export function createMetrics(): Metrics {
  let loading: Promise<ReturnType<typeof import('./prometheus.ts').createRegistry>> | undefined;
  const load = () => {
    loading ??= import('./prometheus.ts').then(({ createRegistry }) => createRegistry());
    return loading;
  };
  return {
    updateHandled: async (channel, seconds, outcome) => {
      (await load()).handled.observe({ channel, outcome }, seconds);
    },
    delivery: async (status) => {
      (await load()).deliveries.inc({ status });
    },
    async text(pool) {
      const { registry, pending, oldest, failed } = await load();
      // Without the database the rest is still useful; NaN is Prometheus' value for "not known".
      const unknown = { pending: Number.NaN, oldestSeconds: Number.NaN, failed: Number.NaN };
      const inbox = await readInboxHealth(pool).catch(() => unknown);
      pending.set(inbox.pending);
      oldest.set(inbox.oldestSeconds);
      failed.set(inbox.failed);
      return registry.metrics();
    },
  };
}
