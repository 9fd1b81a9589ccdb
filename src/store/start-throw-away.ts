import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { isProcessAlive } from './embedded/postmaster.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

/**
 * Starts an embedded PostgreSQL for one run of the tests or of a tool; `stop` removes it with its
 * data. Those of killed runs are removed first.
 */
export async function startThrowAway(log: Logger, settings: Record<string, string> = {}): Promise<Embedded> {
  await clearAbandoned(log);
  const dataDir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  // Root's server runs under another account, which must be able to pass through.
  await chmod(dataDir, 0o711);
  return throwAway(dataDir, log, settings);
}

const prefix = 'dien-hinh-throw-away-';

async function throwAway(
  dataDir: string,
  log: Logger,
  settings: Record<string, string> = {},
): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, log, settings });
  return {
    ...embedded,
    stop: async () => {
      await embedded.stop();
      await rm(embedded.folder, { recursive: true, force: true });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function clearAbandoned(log: Logger): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (Number.isNaN(pid) || isProcessAlive(pid)) continue;
    try {
      await (await throwAway(join(tmpdir(), name), log)).stop();
    } catch (error) {
      log.warn({ err: error, folder: name }, 'an abandoned throw-away database cannot be cleared away');
    }
  }
}
