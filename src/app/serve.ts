import type { AddressInfo } from 'node:net';
import type { House } from '../bot/core/house.ts';
import { createWords } from '../bot/core/words.ts';
import { addGuideRoutes } from '../guide/routes.ts';
import { createHttp } from '../http/server.ts';
import type { Accept } from '../jobs/inbound.ts';
import type { Links } from '../links/links.ts';
import { addLinkRoutes, type LinkDeps } from '../links/routes.ts';
import { hasRoom } from '../store/disk-room.ts';
import type { AppOptions } from './app-options.ts';
import type { AppClosing } from './closing.ts';
import { addHealthRoutes } from './health.ts';
import type { Metrics } from './metrics.ts';

/**
 * Serves health and metrics, and in a process that receives also channels, guide and links. Returns
 * the address, which with `PORT=0` is known only then.
 */
export async function serve(
  house: House,
  parts: { accept: Accept; metrics: Metrics; links: Links | undefined; receives: boolean },
  { config, requestMs, leastFreeBytes, signal }: AppOptions,
  closing: AppClosing,
): Promise<string> {
  const { db, files, clock, log, plans, channels } = house;
  const { accept, metrics, links, receives } = parts;
  const http = createHttp({ log, publicUrl: config.publicUrl, requestMs });
  addHealthRoutes(http, {
    pool: db.pool,
    channels: receives ? channels : [],
    metrics,
    token: config.healthToken,
    hasRoom: () => hasRoom(config.dataDir, leastFreeBytes),
  });
  if (receives) {
    for (const channel of channels) channel.routes?.(http, accept);
    addGuideRoutes(http, (locale) => createWords(plans.leading(), locale));
    if (links) {
      const deps: LinkDeps = {
        ...{ db, files, clock },
        office: (locale) => plans.leading().bodies.office[locale],
        say: (locale, key, args) => createWords(plans.leading(), locale).t(key, args),
      };
      addLinkRoutes(http, links, deps, accept);
    }
  }
  signal?.throwIfAborted();
  await http.listen({ host: config.host, port: config.port });
  closing.add(() => http.close());
  const { port } = http.server.address() as AddressInfo;
  return addressOf(config.host, port);
}

/** Writes the address of a server on this host and port. */
export function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
