import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { readInboxHealth } from '../jobs/inbox.ts';

/** The metrics for Prometheus: counts and times, never names or contents. */
export interface Metrics {
  updateHandled(channel: string, seconds: number, outcome: 'done' | 'retry' | 'failed'): void;
  delivery(status: string): void;
  /** Returns the exposition text; asks the database for the waiting work. */
  text(pool: pg.Pool): Promise<string>;
}

/** Creates the metrics of a process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const handled = new Histogram({
    name: 'dht_update_seconds',
    help: 'Time to handle an update',
    labelNames: ['channel', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
    registers: [registry],
  });
  const deliveries = new Counter({
    name: 'dht_deliveries_total',
    help: 'Nudges and notices by what became of them',
    labelNames: ['status'],
    registers: [registry],
  });
  const pending = new Gauge({ name: 'dht_inbox_pending', help: 'Updates that wait', registers: [registry] });
  const oldest = new Gauge({
    name: 'dht_inbox_oldest_seconds',
    help: 'How long the oldest waiting update has waited',
    registers: [registry],
  });
  const failed = new Gauge({ name: 'dht_inbox_failed', help: 'Updates given up', registers: [registry] });
  return {
    updateHandled: (channel, seconds, outcome) => handled.observe({ channel, outcome }, seconds),
    delivery: (status) => deliveries.inc({ status }),
    async text(pool) {
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
