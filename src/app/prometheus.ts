import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Creates the registry of a process with its metrics. `createMetrics` fills them. */
export function createRegistry() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    handled: new Histogram({
      name: 'dht_update_seconds',
      help: 'Time to handle an update',
      labelNames: ['channel', 'outcome'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
      registers,
    }),
    deliveries: new Counter({
      name: 'dht_deliveries_total',
      help: 'Nudges and notices by what became of them',
      labelNames: ['status'],
      registers,
    }),
    pending: new Gauge({ name: 'dht_inbox_pending', help: 'Updates that wait', registers }),
    oldest: new Gauge({
      name: 'dht_inbox_oldest_seconds',
      help: 'How long the oldest waiting update has waited',
      registers,
    }),
    failed: new Gauge({ name: 'dht_inbox_failed', help: 'Updates given up', registers }),
  };
}
