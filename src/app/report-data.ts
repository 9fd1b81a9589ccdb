import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { readS3Address } from '../config/s3-address.ts';
import { describeLeftOvers, findLeftOvers } from '../store/embedded/left-overs.ts';

/**
 * Reports, in the log and on the screen, the real places of database and files. `folder` is the
 * embedded database's.
 */
export async function reportDataPlaces(options: {
  config: Config;
  folder: string | undefined;
  log: Logger;
  say(line: string): void;
}): Promise<void> {
  const { config, folder, log, say } = options;
  const database = folder ?? nameDatabase(config.databaseUrl);
  const files = await nameFiles(config);
  log.info({ database, files }, 'data');
  say(`Dữ liệu / data: ${database}   Tệp / files: ${files}`);
}

/**
 * Reports which databases of earlier runs are left over. Never throws: they do not prevent a start.
 */
export async function reportLeftOvers(
  dataDir: string,
  log: Logger,
  say: (line: string) => void,
): Promise<void> {
  try {
    const leftOvers = await findLeftOvers(dataDir);
    if (leftOvers.length === 0) return;
    const bytes = leftOvers.reduce((sum, one) => sum + one.bytes, 0);
    log.warn(
      { count: leftOvers.length, bytes, folders: leftOvers.map(({ folder }) => folder) },
      'databases are left over',
    );
    for (const line of describeLeftOvers(leftOvers)) say(line);
  } catch (error) {
    log.warn({ err: error }, 'what is left over could not be looked up');
  }
}

/** `PostgreSQL HOST:PORT/NAME`, without the user and the password. */
function nameDatabase(url: string | undefined): string {
  if (!url) return 'PostgreSQL';
  const { host, pathname } = new URL(url);
  return `PostgreSQL ${host}${pathname}`;
}

async function nameFiles(config: Config): Promise<string> {
  if (config.filesUrl) {
    const { endpoint, bucket, prefix } = readS3Address(config.filesUrl);
    return [endpoint, bucket, prefix].filter(Boolean).join('/');
  }
  const dataDir = resolve(config.dataDir);
  return join(await realpath(dataDir).catch(() => dataDir), 'files');
}
