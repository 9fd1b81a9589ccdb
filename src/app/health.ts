import type { FastifyInstance, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Channel } from '../channels/channel.ts';
import { isSameSecret } from '../channels/same-secret.ts';
import { isLocalRequest } from '../http/local-request.ts';
import { Refusal } from '../http/refusal.ts';
import { readInboxHealth } from '../jobs/inbox.ts';
import type { Metrics } from './metrics.ts';

/** In seconds. An update that has waited this long means that no worker runs. */
const longestWait = 120;

/** The dependencies of the health routes. */
export interface HealthDeps {
  pool: pg.Pool;
  channels: Channel[];
  metrics: Metrics;
  /** A bearer token that shows the details to requests from other machines. */
  token?: string | undefined;
  /** Tells whether there is room for more files. */
  hasRoom(): Promise<boolean>;
}

/**
 * Adds `/healthz` and `/metrics`. `/healthz`: 200 when the bot can work, 503 otherwise; the reasons
 * only for requests from this machine or with the token. `/metrics`: Prometheus, for the same
 * requests; to others it does not exist.
 */
export function addHealthRoutes(http: FastifyInstance, deps: HealthDeps): void {
  const maySee = (request: FastifyRequest) =>
    isLocalRequest(request) ||
    (deps.token !== undefined && isSameSecret(request.headers.authorization, `Bearer ${deps.token}`));
  http.get('/healthz', async (request, reply) => {
    const health = await healthOf(deps);
    const { status } = health;
    return reply.code(status === 'ok' ? 200 : 503).send(maySee(request) ? health : { status });
  });
  http.get('/metrics', async (request, reply) => {
    if (!maySee(request)) throw new Refusal('not-found');
    const text = await deps.metrics.text(deps.pool);
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(text);
  });
}

async function healthOf({ pool, channels, hasRoom }: HealthDeps) {
  const disk = (await hasRoom()) ? 'ok' : 'full';
  const troubles = Object.fromEntries(channels.map((channel) => [channel.name, channel.trouble() ?? 'ok']));
  try {
    const inbox = await readInboxHealth(pool);
    const well =
      disk === 'ok' &&
      inbox.oldestSeconds < longestWait &&
      Object.values(troubles).every((trouble) => trouble === 'ok');
    return { status: well ? 'ok' : 'trouble', database: 'ok', disk, inbox, channels: troubles };
  } catch {
    return { status: 'trouble', database: 'does not answer', disk, channels: troubles };
  }
}
