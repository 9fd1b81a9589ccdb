import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Channel } from '../channels/channel.ts';
import { inboxHealth } from '../jobs/inbox.ts';
import type { Metrics } from '../metrics.ts';

/** An update that has waited so long means that nobody works. Seconds. */
const longestWait = 120;

/** `/healthz`: 200 when the house can work, 503 with what is wrong otherwise. `/metrics`: Prometheus. */
export function healthRoutes(
  http: FastifyInstance,
  deps: { pool: pg.Pool; channels: Channel[]; metrics: Metrics },
): void {
  http.get('/healthz', async (_request, reply) => {
    const health = await healthOf(deps.pool, deps.channels);
    return reply.code(health.status === 'ok' ? 200 : 503).send(health);
  });
  http.get('/metrics', async (_request, reply) => {
    const text = await deps.metrics.text(deps.pool);
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(text);
  });
}

async function healthOf(pool: pg.Pool, channels: Channel[]) {
  const troubles = Object.fromEntries(channels.map((channel) => [channel.name, channel.trouble() ?? 'ok']));
  try {
    const inbox = await inboxHealth(pool);
    const well =
      inbox.oldestSeconds < longestWait && Object.values(troubles).every((trouble) => trouble === 'ok');
    return { status: well ? 'ok' : 'trouble', database: 'ok', inbox, channels: troubles };
  } catch {
    return { status: 'trouble', database: 'does not answer', channels: troubles };
  }
}
